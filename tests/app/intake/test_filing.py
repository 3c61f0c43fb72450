"""A filing is checked, numbered from the leased block, and is a case; what cannot be accepted says why and where."""

from __future__ import annotations

import pytest

from app.cases.court import write_court
from app.cases.numbers import ledger, void_number
from app.cases.store import find_cases, list_cases, load_case
from app.errors import NeedsCorrection, NotPossibleNow
from app.hearings import service as hearings
from app.intake.service import check_filing, duplicates_of, file_case
from app.journal.devices import known_devices
from app.keys.lease import begin_lease, count_lease
from support.village import APPLICANTS, COURT, DEFENDANT, PLAINTIFF, Officer, a_case, filing, new_desk


def refused(desk, **changes):
    with pytest.raises(NeedsCorrection) as refusal:
        file_case(desk, filing(**changes))
    return refusal.value.code, refusal.value.details.get("at")


def party(**changes):
    return [{**PLAINTIFF, **changes}, DEFENDANT]


def test_a_filing_is_a_case_with_everything_that_was_taken_down(desk):
    case = load_case(desk.database, file_case(desk, filing()))
    assert case.number == "（2026）鲁0302民初1501号"
    assert [p.key for p in case.parties] == ["plaintiff", "defendant"]
    assert [p.name for p in case.parties] == ["张𬱖", "李喆"]
    assert str(case.claims[0].amount) == "36000.00"
    assert (case.evidence[0].name, case.evidence[0].number) == ("借条", 1)
    assert case.fields["accepted_at"] == "2026-03-20T09:25:00+08:00"
    assert (case.stage, case.closed, case.title) == ("filed", None, "张𬱖诉李喆民间借贷纠纷")


def test_numbers_are_given_in_order_and_a_joint_application_has_its_own_row(desk):
    a_case(desk)
    second = load_case(desk.database, a_case(desk, facts="另一笔"))
    confirmation = file_case(
        desk,
        filing(
            mode="joint",
            parties=APPLICANTS,
            claims=[{"kind": "judicial_confirmation", "text": "确认有效"}],
            evidence=[],
        ),
    )
    assert second.number == "（2026）鲁0302民初1502号"
    assert load_case(desk.database, confirmation).number == "（2026）鲁0302民特81号"


def test_a_voided_number_is_skipped_and_explained(desk):
    void_number(desk, "鲁0302", "民初", 2026, 1501, "纸张损坏")
    assert load_case(desk.database, a_case(desk)).number == "（2026）鲁0302民初1502号"
    lines = ledger(desk.database, "鲁0302", "民初", 2026)
    assert [(line.state, line.reason) for line in lines[:3]] == [("voided", "纸张损坏"), ("used", None), ("free", None)]
    with pytest.raises(NeedsCorrection, match="number_in_use"):
        void_number(desk, "鲁0302", "民初", 2026, 1502, "错")
    with pytest.raises(NeedsCorrection, match="number_not_leased"):
        void_number(desk, "鲁0302", "民初", 2026, 9999, "错")


def test_when_the_block_is_used_up_no_number_is_made_up(desk):
    for _ in range(10):
        a_case(desk, procedure=None)
    before = desk.journal.count()
    with pytest.raises(NotPossibleNow, match="number_block_used_up"):
        file_case(desk, filing())
    assert desk.journal.count() == before


def test_a_laptop_whose_lease_is_over_files_nothing_new_and_finishes_the_hearing_it_holds(tmp_path, clock):
    # Design, section 5: the lease never locks an open sitting.
    desk = new_desk(tmp_path / "leased", clock=clock)
    begin_lease(desk.database, clock, 30)
    case = a_case(desk)
    sitting = hearings.open_sitting(desk, case, opened_at="2026-03-20T09:40:00+08:00", place="村委会")
    clock.forward(days=31)
    count_lease(desk.database, clock)
    before = desk.journal.count()
    with pytest.raises(NotPossibleNow, match="lease_over"):
        file_case(desk, filing())
    with pytest.raises(NotPossibleNow, match="lease_over"):
        hearings.open_sitting(desk, case, kind="inquiry", opened_at="2026-04-20T09:40:00+08:00", place="村委会")
    assert desk.journal.count() == before
    hearings.end_turn(desk, sitting, "plaintiff", "三万六。")
    hearings.close_sitting(desk, sitting, "2026-04-20T10:30:00+08:00")
    desk.database.close()


def test_an_agent_is_that_of_the_party_who_named_him_and_of_no_other(desk):
    agents = [{"for": "defendant", "name": "冯律", "authority": "special", "powers": ["和解"]}]
    held = load_case(desk.database, a_case(desk, agents=agents))
    assert [[agent.name for agent in party.agents] for party in held.parties] == [[], ["冯律"]]


def test_who_hears_the_case_is_whom_the_filing_names(desk):
    officers = [*COURT["officers"], {"id": "judge-2", "name": "周海", "role": "judge"}]
    write_court(desk.database, {**COURT, "officers": [*officers, {"id": "clerk-2", "name": "陈平", "role": "clerk"}]})
    held = load_case(desk.database, a_case(desk, judge="judge-2", clerk="clerk-2"))
    assert (held.fields["judge"], held.fields["clerk"]) == ("judge-2", "clerk-2")
    held = load_case(desk.database, a_case(desk))
    assert (held.fields["judge"], held.fields["clerk"]) == ("judge-1", "clerk-1")


def test_a_docketed_case_keeps_its_number_and_no_other_case_gets_it(desk):
    number = "（2026）鲁0302民初1188号"
    case = file_case(desk, filing(), number=number)
    assert load_case(desk.database, case).number == number
    with pytest.raises(NeedsCorrection, match="number_in_use"):
        file_case(desk, filing(), number=number)
    assert load_case(desk.database, a_case(desk)).number == "（2026）鲁0302民初1501号"


CONFIRM = {"kind": "judicial_confirmation", "text": "确认"}
JOINT = {"mode": "joint", "parties": APPLICANTS, "evidence": []}


def test_a_filing_is_accepted_in_the_minute_in_which_it_came_by_a_judge_or_a_filing_officer(desk):
    # 民诉126: what meets the conditions is registered on the spot.
    officers = [*COURT["officers"], {"id": "filing-1", "name": "郑立", "role": "filing_officer"}]
    write_court(desk.database, {**COURT, "officers": officers})
    for by in ("judge-1", "filing-1"):
        case = file_case(desk, filing(accepted_at="2026-03-20T09:05:00+08:00", accepted_by=by))
        assert load_case(desk.database, case).fields["filed_on"] == "2026-03-20"


@pytest.mark.parametrize(
    "changes, code, at",
    [
        ({"mode": "sung"}, "unknown_choice", "mode"),
        ({"cause": " "}, "field_missing", "cause"),
        ({"facts": ""}, "field_missing", "facts"),
        ({"place": " "}, "field_missing", "place"),
        ({"claims": []}, "claims_missing", "claims"),
        ({"claims": [{"kind": "property", "amount": "5", "text": " "}]}, "field_missing", "claims[0].text"),
        ({"claims": [{"kind": "property", "text": "还钱"}]}, "amount_missing", "claims[0].amount"),
        ({"parties": []}, "field_missing", "parties"),
        ({"parties": [DEFENDANT]}, "nobody_claims", "parties"),
        ({"parties": party(name="")}, "field_missing", "parties[0].name"),
        ({"parties": party(role="king")}, "unknown_choice", "parties[0].role"),
        ({"parties": party(kind="ghost")}, "unknown_choice", "parties[0].kind"),
        ({"parties": party(kind="legal_person")}, "field_missing", "parties[0].representative"),
        ({"parties": party(born="1952-04-17")}, "id_number_birth_differs", "parties[0].born"),
        ({"parties": party(sex="女")}, "id_number_sex_differs", "parties[0].sex"),
        ({"parties": party(id_no="370302195204160118")}, "id_number_check_digit", "parties[0].id_no"),
        ({"at": "yesterday"}, "moment_malformed", "at"),
        ({"at": "2026-03-20T09:05:00"}, "moment_without_offset", "at"),
        ({"accepted_at": "2026-03-20T09:00:00+08:00"}, "accepted_before_filed", "accepted_at"),
        ({"accepted_by": "clerk-1"}, "role_not_permitted", "accepted_by"),
        ({"agents": [{"for": "third_party", "name": "郑律"}]}, "unknown_party", "agents[0].for"),
        ({"closed_on_application_of": ["applicant"]}, "unknown_party", "closed_on_application_of[0]"),
        ({"claims": [CONFIRM]}, "joint_application_needs_both", "mode"),
        ({**JOINT, "parties": APPLICANTS[:1], "claims": [CONFIRM]}, "joint_application_needs_both", "mode"),
        # 民诉205: what both apply for is the confirmation and nothing besides.
        (
            {**JOINT, "claims": [CONFIRM, {"kind": "property", "amount": "5", "text": "还钱"}]},
            "confirmation_stands_alone",
            "claims",
        ),
    ],
)
def test_what_cannot_be_accepted_is_refused_with_the_place(desk, changes, code, at):
    before = desk.journal.count()
    assert refused(desk, **changes) == (code, at)
    assert desk.journal.count() == before


def test_evidence_is_counted_and_handed_in_by_a_party(desk):
    item = {"name": "借条", "by": "plaintiff", "original": True, "pages": 1, "proves": "借款"}
    assert refused(desk, evidence=[{**item, "pages": 0}]) == ("pages_not_counted", "evidence[0].pages")
    assert refused(desk, evidence=[{**item, "by": "neighbour"}]) == ("unknown_party", "evidence[0].by")


def test_only_officers_of_the_filing_may_file(desk):
    for role in ("administrator", "assessor"):
        with pytest.raises(NeedsCorrection, match="role_not_permitted"):
            file_case(desk.acting_as(Officer("x", "某", role)), filing())


def test_an_older_identity_card_is_pointed_out_and_a_strange_credit_code_never_stops_a_filing():
    company = {
        "role": "defendant",
        "kind": "legal_person",
        "name": "示例公司",
        "address": "示例路1号",
        "representative": {"name": "钱明"},
        "id_type": "统一社会信用代码",
        "id_no": "91370303MA3C0D0E1X",
    }
    assert check_filing(filing(parties=[PLAINTIFF, company])) != []


def test_a_case_of_the_same_people_about_the_same_is_pointed_out_and_not_refused(desk):
    first = a_case(desk)
    assert [row["id"] for row in duplicates_of(desk, filing())] == [first]
    assert duplicates_of(desk, filing(cause="买卖合同纠纷")) == []
    assert a_case(desk) != first


def test_cases_are_found_by_number_cause_name_and_initials(desk):
    case = a_case(desk)
    a_case(desk, cause="买卖合同纠纷", parties=[{**PLAINTIFF, "name": "单雄"}, {**DEFENDANT, "name": "仇某"}])
    for words in ("1501", "民间借贷", "张𬱖", "𬱖", "李喆", "lz", "13900000001", "借"):
        found = [row["id"] for row in find_cases(desk.database, words)]
        assert case in found, words
    assert case not in [row["id"] for row in find_cases(desk.database, "仇")]
    # 单 is Shan as a surname and dan otherwise: both initials find it (domain, traps of pinyin).
    assert find_cases(desk.database, "sx") and find_cases(desk.database, "dx")
    assert find_cases(desk.database, '"; DROP TABLE x --') == []
    assert len(list_cases(desk.database)) == 2


def test_a_filing_is_one_group_of_entries(desk):
    case = a_case(desk, procedure=None)
    groups = {entry.group.id for entry in desk.journal.of_case(case)}
    assert len(groups) == 1
    assert desk.journal.verify(known_devices(desk.database)).holds
    assert COURT["code"] in load_case(desk.database, case).number


def test_a_special_authority_that_names_no_power_is_pointed_out_at_filing():
    def warned(**agent):
        return check_filing(filing(agents=[{"for": "plaintiff", "name": "郑律", **agent}]))

    assert warned(authority="special", powers=["全权代理"]) == ["agent_powers_missing"]
    assert warned(authority="special", powers=["进行和解"]) == warned(authority="general") == []
