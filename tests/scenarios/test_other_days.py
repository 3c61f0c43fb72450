"""Days with other facts, other people and other ways are carried too, and nothing is added to their files."""

from __future__ import annotations

import copy
import re

import pytest

from app.desk import Desk
from app.hearings.store import sittings_of, turns_of
from app.signing.store import signatures_of
from app.tell import JournalTeller
from support.small_days import (
    JUDGMENT,
    MEDIATION,
    OFFICER_MEANS,
    PARTY_MEANS,
    SECOND_PLAINTIFF,
    SmallDay,
    a_day,
    a_filing,
    an_act,
    handed,
)
from support.village import APPLICANTS, COMPANY, DAY_FOLDER, PLAINTIFF, told_rows


def carried(day, tmp_path_factory):
    small = SmallDay(day, DAY_FOLDER, tmp_path_factory.mktemp("day"))
    outcome = small.carry()
    return small, outcome


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Two plaintiffs against a company with an agent, an invited elder, the scene inspected, judged in full, a judgment
    left at the door, the fee paid at the bank; and, in the same village, a small claim of another cause."""
    act = an_act(
        "many",
        filing=a_filing(
            parties=[PLAINTIFF, SECOND_PLAINTIFF, COMPANY],
            agents=[
                {"for": "plaintiff-2", "name": "郑律", "authority": "general"},
                {"for": "defendant", "name": "冯律", "firm": "山东示例律师事务所", "authority": "special"},
            ],
            cause="财产损害赔偿纠纷",
            facts="被告堆放砂石压坏原告果树十二棵。",
            claims=[{"kind": "property", "amount": "200001", "text": "判令被告赔偿200001元"}],
            public=True,
        ),
        procedure="ordinary",
        inspection={
            "at": "2026-03-20T09:30:00+08:00",
            "place": "梧桐村东坡果园",
            "object": "被压果树",
            "course": "清点被压果树。",
            "result": "共十二棵。",
            "photos": ["iou.jpg"],
            "invited": [{"name": "周怀仁"}],
        },
        hearing={
            "opened_at": "2026-03-20T09:40:00+08:00",
            "closed_at": "2026-03-20T10:30:00+08:00",
            "place": "梧桐村东坡果园",
            "observers": 4,
            "invited": [{"name": "周怀仁"}],
            "turns": [
                {"speaker": "judge-1", "text": "现在开庭。"},
                {"speaker": "plaintiff-1", "text": "压坏十二棵。"},
                {"speaker": "plaintiff-2_agent", "text": "同原告一意见。"},
                {"speaker": "defendant_agent", "text": "认可八棵。"},
                {"speaker": "invited-1", "text": "我数过，是十二棵。"},
                {"speaker": "witness-1", "text": "我看见车压的。"},
            ],
        },
        judgment={
            **JUDGMENT,
            "form": "ordinary",
            "facts_found": "被告压坏果树十二棵。",
            "reasons": "侵害财产应当赔偿。",
            "present": ["plaintiff-1", "plaintiff-2_agent", "defendant_agent"],
        },
        payment={
            "payer": "plaintiff-1",
            "amount": "4300.02",
            "how": "bank",
            "at": "2026-03-20T10:40:00+08:00",
        },
        signing=[
            {"who": "plaintiff-1", "how": "thumb"},
            {"who": "plaintiff-2", "how": "ink"},
            {"who": "plaintiff-2_agent", "how": "ink"},
            {"who": "defendant_agent", "how": "ink"},
            {"who": "invited-1", "how": "ink"},
            *OFFICER_MEANS,
        ],
        service=[
            handed("civil_judgment_ordinary", "plaintiff-1"),
            handed("civil_judgment_ordinary", "plaintiff-2", received_by="plaintiff-2_agent"),
            {
                "document": "civil_judgment_ordinary",
                "to": "defendant",
                "how": "left",
                "at": "2026-03-20T11:30:00+08:00",
                "place": "淄川区示例路1号",
                "reason": "门卫拒收",
                "witnesses": ["吴喜", "刘芳"],
                "photos": ["statement.jpg"],
            },
        ],
    )
    small, outcome = carried(a_day(act), tmp_path_factory)
    yield outcome
    small.close()


def test_an_ordinary_case_of_several_parties_is_carried_with_its_full_fee(many):
    case = many.case("many")
    # Domain 2.9 no. 10: 200,001 yuan → 4,300.02; ordinary procedure, so no halving.
    assert (case["fee_full"], case["fee_due"], case["closed"]) == ("4300.02", "4300.02", "judged")
    # 15 days from the day after service on 20 March: 4 April is a Saturday, 5–6 April a holiday → 7 April.
    assert case["appeal_until"] == "2026-04-07"
    # What was paid in full needs no notice.
    assert "fee_notice" not in many.names("many")


def test_everyone_who_was_there_signed_the_records_once_and_a_witness_whom_the_file_does_not_name_by_pen(many):
    for document in ("hearing_record", "inspection_record"):
        paper = many.paper(document, "many")
        assert paper["waiting_for"] == []
    record = next(p for p in many.run.acts["many"].papers() if p.document == "hearing_record")
    signers = [signature.signer for signature in signatures_of(many.desk.database, record.record)]
    assert len(signers) == len(set(signers))
    assert {
        "invited:1",
        "witness:1",
        "agent:defendant",
        "agent:plaintiff-2",
        "party:plaintiff-1",
        "judge",
        "clerk",
    } <= set(signers)
    assert "party:defendant" not in signers


def test_the_judgment_left_at_the_door_has_its_witnesses_and_reason_on_the_certificate(many):
    words = many.words("certificate_of_service", "many", 2)
    assert "门卫拒收" in words and "吴喜" in words and "刘芳" in words and "留置送达" in words


def test_turns_of_invited_persons_and_witnesses_are_in_the_record_under_their_names(many):
    words = many.words("hearing_record", "many")
    for text in ("我数过，是十二棵。", "我看见车压的。", "周怀仁", "同原告一意见。"):
        assert text in words


@pytest.fixture(scope="module")
def paper_court(tmp_path_factory):
    """A court that wants paper and carries a wet seal: a small claim judged in brief, and a relief."""
    wet = [{"who": "plaintiff", "how": "wet"}, {"who": "defendant", "how": "wet"}, *OFFICER_MEANS]
    small_claim = an_act(
        "small",
        procedure="small_claims",
        small_claims_notice={"at": "2026-03-20T09:30:00+08:00", "to": ["plaintiff", "defendant"]},
        judgment={**JUDGMENT, "form": "small_claims"},
        signing=[*wet[:2], {"who": "judge-2", "how": "key"}, {"who": "clerk-2", "how": "key"}, wet[-1]],
        service=[handed("civil_judgment_brief", "plaintiff"), handed("civil_judgment_brief", "defendant")],
    )
    refused = an_act(
        "kept",
        filing=a_filing(
            at="2026-03-20T10:40:00+08:00",
            accepted_at="2026-03-20T10:45:00+08:00",
            facts="另一笔借款50000元。",
            claims=[{"kind": "property", "amount": "50000.00", "text": "判令被告偿还50000元"}],
        ),
        fee_relief={
            "kind": "exemption",
            "reason": "特困供养人员",
            "article": "费用45(三)",
            "applied_at": "2026-03-20T10:41:00+08:00",
            "approved_by": "president",
            "approved_at": "2026-03-20T10:44:00+08:00",
        },
        hearing=None,
        withdrawal={"by": "plaintiff", "at": "2026-03-20T11:00:00+08:00", "reason": "被劝说", "granted": False},
        signing=wet,
    )
    day = a_day(refused, small_claim, sign_policy="paper", seal_mode="carried_wet_seal")
    day["officers"] += [
        {"id": "judge-2", "name": "何安", "role": "judge"},
        {"id": "clerk-2", "name": "周小满", "role": "clerk"},
    ]
    small, outcome = carried(day, tmp_path_factory)
    yield outcome
    small.close()


def test_a_small_claim_that_was_judged_is_final_and_cannot_be_appealed(paper_court):
    case = paper_court.case("small")
    assert (case["closed"], case["appeal_until"], case["effective_on"]) == ("judged", None, "2026-03-20")
    assert case["fee_due"] == "350.00"
    assert case["wet_signature_required"] is True


def test_a_court_that_wants_paper_has_scans_of_its_parties_and_a_wet_seal(paper_court):
    for key in ("small", "kept"):
        for paper in paper_court.run.acts[key].papers():
            for signature in signatures_of(paper_court.desk.database, paper.record):
                if signature.signer.startswith(("party:", "recipient")) or signature.signer == "seal":
                    assert signature.how == "wet", (paper.document, signature.signer)
    assert paper_court.paper("civil_judgment_brief", "small")["waiting_for"] == []


def test_the_judge_who_signs_an_acts_papers_is_the_judge_of_its_case(paper_court):
    for key, judge, clerk in (("small", "judge-2", "clerk-2"), ("kept", "judge-1", "clerk-1")):
        fields = paper_court.run.acts[key].case.fields
        assert (fields["judge"], fields["clerk"]) == (judge, clerk)
    assert "何安" in paper_court.words("civil_judgment_brief", "small")


def test_numbers_go_by_the_moment_of_filing_whatever_the_order_in_the_file(paper_court):
    assert paper_court.case("small")["case_number"] == "（2026）鲁0302民初1501号"
    assert paper_court.case("kept")["case_number"] == "（2026）鲁0302民初1502号"


def test_a_withdrawal_that_was_not_granted_leaves_the_case_open_and_bars_nothing(paper_court):
    case = paper_court.case("kept")
    assert case["closed"] is None and case["resuit_barred_until"] is None
    assert "ruling_withdrawal_granted" not in paper_court.names("kept")


def test_an_exemption_leaves_nothing_to_pay_and_no_notice(paper_court):
    assert "fee_notice" not in paper_court.names("kept")
    assert "fee_relief_approval" in paper_court.names("kept")


@pytest.fixture(scope="module")
def unsealed(tmp_path_factory):
    """The seal waits at the court; a judgment in the simplified form goes out electronically; the fee is reduced; an
    assistant judge helps; the power fails twice while the papers are signed and the hearing typed."""
    day = a_day(
        an_act(
            "late",
            service_address={
                "plaintiff": {"address": "梧桐村12号", "electronic": False},
                "defendant": {"address": "梧桐村45号", "electronic": True, "by": "短信", "to": "13900000002"},
            },
            fee_relief={
                "kind": "reduction",
                "amount": "200.00",
                "reason": "遭受自然灾害",
                "article": "费用46(一)",
                "applied_at": "2026-03-20T09:06:00+08:00",
                "approved_by": "president",
                "approved_at": "2026-03-20T09:10:00+08:00",
                "by_telephone": True,
            },
            hearing={
                "opened_at": "2026-03-20T09:40:00+08:00",
                "closed_at": "2026-03-20T10:30:00+08:00",
                "place": "村委会",
                "turns": [
                    {"speaker": "assistant_judge", "text": "核对身份。"},
                    {"speaker": "judge", "text": "现在开庭。"},
                    {"speaker": "plaintiff", "text": "要求还钱。"},
                    {"speaker": "defendant", "text": "愿意还，\n但要分期。"},
                ],
            },
            judgment={**JUDGMENT, "form": "simplified", "facts_found": "借款属实。", "reasons": "应当偿还。"},
            service=[
                handed("civil_judgment_simplified", "plaintiff"),
                {
                    "document": "civil_judgment_simplified",
                    "to": "defendant",
                    "how": "electronic",
                    "queued_at": "2026-03-20T11:00:00+08:00",
                },
            ],
        ),
        seal_mode="pending",
    )
    day["officers"].append({"id": "assistant-1", "name": "何安", "role": "assistant_judge"})
    day["interruptions"] = ["power_cut_during_hearing:late", "power_cut_during_signing:late"]
    small, outcome = carried(day, tmp_path_factory)
    yield outcome
    small.close()


def test_where_the_seal_is_pending_every_statement_waits_for_it_alone(unsealed):
    paper = unsealed.paper("civil_judgment_simplified", "late")
    assert (paper["signatures"], paper["waiting_for"]) == (2, ["seal"])


def test_an_electronic_judgment_is_served_in_the_evening_when_the_court_sent_it(unsealed):
    case = unsealed.case("late")
    # Sent on the day itself, so the appeal period of both is the same.
    assert case["appeal_until"] == "2026-04-07"
    assert "13900000002" in unsealed.words("certificate_of_service", "late", 1)


def test_no_turn_is_lost_or_doubled_by_the_power_cuts(unsealed):
    run = unsealed.run
    (sitting,) = [s for s in sittings_of(run.desk.database, run.acts["late"].case.id) if s.kind == "hearing"]
    turns = turns_of(run.desk.database, sitting.record)
    assert [turn.text for turn in turns] == ["核对身份。", "现在开庭。", "要求还钱。", "愿意还，\n但要分期。"]
    assert [turn.ordinal for turn in turns] == [1, 2, 3, 4]


def test_no_paper_is_issued_twice_and_no_signature_put_twice(unsealed):
    names = [(paper["name"], paper["sha256"]) for paper in unsealed.case("late")["documents"]]
    assert len(names) == len(set(names))
    for document in ("civil_judgment_simplified", "hearing_record", "pronouncement_record", "acceptance_notice"):
        assert unsealed.names("late").count(document) == 1


def test_a_reduction_is_granted_by_the_president_and_named_in_the_approval(unsealed):
    words = unsealed.words("fee_relief_approval", "late")
    assert "韩立言" in words and "减交" in words


@pytest.mark.parametrize("of", ["many", "paper_court", "unsealed"])
def test_the_journal_retells_every_table_of_the_whole_day(request, of):
    database = request.getfixturevalue(of).desk.database
    rows = told_rows(database)
    assert {"case_file", "turn", "paper", "signature", "attachment", "service_record"} <= {n for n in rows if rows[n]}
    JournalTeller().retell_all(database)
    again = told_rows(database)
    assert {name for name in rows if rows[name] != again[name]} == set()


@pytest.mark.long
@pytest.mark.parametrize("amount, half", [("10000", "25.00"), ("86000.00", "975.00"), ("500001", "4400.01")])
def test_a_mediated_case_of_any_amount_pays_half_once(tmp_path_factory, amount, half):
    claims = [{"kind": "property", "amount": amount, "text": f"判令被告支付{amount}元"}]
    act = an_act(
        filing=a_filing(claims=claims),
        mediation=MEDIATION,
        service=[handed("civil_mediation_statement", "plaintiff"), handed("civil_mediation_statement", "defendant")],
    )
    small, outcome = carried(a_day(act), tmp_path_factory)
    try:
        case = outcome.case()
        assert (case["fee_due"], case["closed"], case["effective_on"]) == (half, "mediated", "2026-03-20")
    finally:
        small.close()


@pytest.mark.long
def test_three_applicants_are_confirmed(tmp_path_factory):
    third = {**SECOND_PLAINTIFF, "role": "applicant"}
    act = an_act(
        "three",
        filing=a_filing(
            mode="joint",
            cause="申请司法确认调解协议",
            parties=[*copy.deepcopy(APPLICANTS), third],
            claims=[{"kind": "judicial_confirmation", "text": "确认2026年3月10日达成的调解协议有效"}],
        ),
        procedure="special",
        hearing=None,
        inquiry={
            "at": "2026-03-20T10:00:00+08:00",
            "turns": [{"speaker": "judge", "text": "自愿吗？"}, {"speaker": "applicant-3", "text": "自愿。"}],
        },
        outside_agreement={
            "organisation": "岭子镇人民调解委员会",
            "mediator": "周怀仁",
            "route": "own_application",
            "agreed_on": "2026-03-10",
            "terms": ["三方各自清理界沟。"],
        },
        signing=[{"who": f"applicant-{n}", "how": "ink"} for n in (1, 2, 3)] + OFFICER_MEANS,
        service=[handed("ruling_judicial_confirmation", f"applicant-{n}") for n in (1, 2, 3)],
    )
    small, outcome = carried(a_day(act), tmp_path_factory)
    try:
        case = outcome.case("three")
        assert (case["case_number"], case["closed"]) == ("（2026）鲁0302民特81号", "confirmed")
        assert (case["objection_until"], case["application_latest"]) == ("2026-04-07", "2026-04-09")
    finally:
        small.close()


def test_every_desk_of_these_days_is_an_ordinary_desk(unsealed):
    assert isinstance(unsealed.desk, Desk)
    assert re.fullmatch("[0-9a-f]{64}", unsealed.result["journal"]["head"])
    assert unsealed.result["journal"]["verified"] is True


def test_an_officer_may_sign_for_nobody_else():
    assert {means["how"] for means in OFFICER_MEANS} == {"key", "seal"}
    assert {means["how"] for means in PARTY_MEANS} == {"thumb", "ink"}


def test_two_acts_that_tell_the_same_are_two_cases(tmp_path):
    small = SmallDay(a_day(an_act("a", hearing=None), an_act("b", hearing=None)), DAY_FOLDER, tmp_path)
    try:
        outcome = small.carry()
        assert outcome.case("a")["case_number"] == "（2026）鲁0302民初1501号"
        assert outcome.case("b")["case_number"] == "（2026）鲁0302民初1502号"
    finally:
        small.close()
