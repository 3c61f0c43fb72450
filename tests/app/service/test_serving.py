"""Who received what, how and when, and what runs from it; dates from the statutes and the calendar of 2026."""

from __future__ import annotations

import datetime

import pytest

from app.approvals.service import note_decision, request_approval
from app.cases.service import confirm_service_address, note_waivers
from app.cases.store import load_case
from app.documents.store import load_paper
from app.fees.service import note_refunded, take_payment
from app.service import papers
from app.service import service as services
from app.service.deadlines import dates_of, running
from app.service.store import first_services, services_of, waiting_services
from support.acts import (
    a_confirmation_with_agreement,
    a_paper,
    absence,
    agree,
    announce,
    deem_withdrawn,
    defend,
    order_refund,
    pay,
    withdraw,
)
from support.desks import code_of
from support.village import Officer, a_case, as_judge

DAY = "2026-03-20T16:00:00+08:00"


def issued(desk, case, document, title="民事判决书"):
    """A paper on record in that case."""
    paper = desk.new_id("paper")
    fields = {"document": document, "version": 1, "title": title, "made_on": "2026-03-20", "content": "a"}
    more = {"digest": "0" * 64, "pages": 1, "signers": [], "boxes": [], "blanks": {}}
    desk.record("paper.issued", paper, {**fields, **more}, case=case)
    return paper


def serve_on_all(desk, case, paper, *moments):
    for party, at in zip(load_case(desk.database, case).parties, moments, strict=True):
        services.serve(desk, case, [paper], party.key, "direct", at=at)


def served_on(desk, case, document):
    """Person → day."""
    return {to: service.at[:10] for to, service in first_services(desk.database, case, document).items()}


def dates(desk, case):
    return dates_of(desk.database, load_case(desk.database, case))


def test_a_service_says_who_received_which_papers_when_and_under_which_article(desk):
    case, paper = a_paper(desk)
    services.serve(desk, case, [paper], "plaintiff", "direct", at=DAY)
    (service,) = services_of(desk.database, case)
    assert (service.to, service.how, service.at, service.documents) == (
        "plaintiff",
        "direct",
        DAY,
        ["acceptance_notice"],
    )
    assert service.fields["articles"] == ["民诉88"]
    assert served_on(desk, case, "acceptance_notice") == {"plaintiff": "2026-03-20"}


@pytest.mark.parametrize(
    "document, told, code",
    [
        ("civil_mediation_statement", {"how": "left", "at": DAY}, "service_mediation_statement_left"),
        ("civil_mediation_statement", {"how": "public", "at": DAY}, "service_mediation_statement_in_person"),
        (
            "civil_mediation_statement",
            {"how": "direct", "at": DAY, "received_by": {"name": "刘芳", "relation": "同住成年家属"}},
            "service_mediation_statement_in_person",
        ),
        ("acceptance_notice", {"how": "public", "at": DAY}, "service_public_not_in_simplified"),
        ("acceptance_notice", {"how": "electronic", "at": DAY}, "service_electronic_without_consent"),
        ("hearing_record", {"how": "direct", "at": DAY}, "service_paper_is_kept"),
        ("acceptance_notice", {"how": "pigeon", "at": DAY}, "how_unknown"),
        ("acceptance_notice", {"how": "direct", "at": None}, "service_moment_missing"),
        ("acceptance_notice", {"how": "left", "at": DAY}, "left_without_reason"),
        ("acceptance_notice", {"how": "left", "at": DAY, "reason": "拒收"}, "left_without_proof"),
    ],
)
def test_what_the_law_forbids_is_refused_and_nothing_is_served(desk, document, told, code):
    case, paper = a_paper(desk, document)
    assert code_of(services.serve, desk, case, [paper], "plaintiff", **told) == code
    assert services_of(desk.database, case) == []


def test_papers_of_another_case_and_of_none_are_not_served(desk):
    case, _ = a_paper(desk)
    _, elsewhere = a_paper(desk)
    for papers_, code in (([elsewhere], "unknown_paper"), (["paper-0"], "unknown_paper"), ([], "nothing_to_serve")):
        assert code_of(services.serve, desk, case, papers_, "plaintiff", "direct", at=DAY) == code
    stranger = desk.acting_as(Officer("x", "某", "administrator"))
    assert code_of(services.serve, stranger, case, [elsewhere], "plaintiff", "direct", at=DAY) == "role_not_permitted"


@pytest.mark.parametrize("proof", [{"witnesses": ["吴喜"]}, {"photos": ["attachment-1"]}])
def test_a_paper_left_at_the_door_needs_a_witness_or_a_picture(desk, proof):
    case, paper = a_paper(desk)
    services.serve(desk, case, [paper], "plaintiff", "left", at=DAY, reason="拒收", **proof)
    assert services_of(desk.database, case)[0].fields["articles"] == ["民诉89"]


def test_an_electronic_service_waits_until_the_courts_system_sent_it(desk):
    case, paper = a_paper(desk)
    consent = {"address": "梧桐村12号", "electronic": True, "by": "短信", "to": "13900000001"}
    confirm_service_address(desk, case, "plaintiff", consent)
    told = {"at": None, "queued_at": "2026-03-20T16:05:00+08:00"}
    service = services.serve(desk, case, [paper], "plaintiff", "electronic", **told)
    assert [held.record for held in waiting_services(desk.database)] == [service]
    assert served_on(desk, case, "acceptance_notice") == {}
    services.note_sent(desk, service, at="2026-03-21T08:00:00+08:00")
    assert waiting_services(desk.database) == []
    assert served_on(desk, case, "acceptance_notice") == {"plaintiff": "2026-03-21"}
    assert code_of(services.note_sent, desk, service, at="2026-03-22T08:00:00+08:00") == "service_not_waiting"
    told = {"at": None, "queued_at": None}
    assert code_of(services.serve, desk, case, [paper], "plaintiff", "electronic", **told) == "service_moment_missing"


def test_a_certificate_names_who_took_the_papers_and_why(desk):
    case, paper = a_paper(desk)
    services.serve(
        desk,
        case,
        [paper],
        "plaintiff",
        "direct",
        at=DAY,
        received_by={"name": "刘芳", "relation": "同住成年家属（配偶）"},
    )
    (service,) = services_of(desk.database, case)
    held = load_case(desk.database, case)
    blanks = papers.certificate_of_service(
        held, service.fields, [load_paper(desk.database, paper)], at=DAY, server="苏雨桐"
    )["service"]
    assert (blanks["recipient"], blanks["received_by"], blanks["received_because"]) == (
        "张𬱖",
        "刘芳",
        "同住成年家属（配偶）",
    )
    assert blanks["papers"] == [{"name": "受理案件通知书", "copies": 1}]


# --- What runs from it


def test_a_judgment_takes_effect_the_day_after_the_last_partys_appeal_period(desk):
    case = a_case(desk)
    announce(desk, case)
    paper = issued(desk, case, "civil_judgment_tabular")
    assert dates(desk, case).appeal_until is None
    serve_on_all(desk, case, paper, "2026-03-20T16:00:00+08:00", "2026-03-23T16:00:00+08:00")
    told = dates(desk, case)
    # 民诉171, 85: fifteen days from the day after 23 March end on Tuesday 7 April 2026.
    assert (told.appeal_until, told.effective_on) == (datetime.date(2026, 4, 7), datetime.date(2026, 4, 8))


def test_while_one_party_is_not_served_no_date_is_told(desk):
    case = a_case(desk)
    announce(desk, case)
    paper = issued(desk, case, "civil_judgment_tabular")
    services.serve(desk, case, [paper], "plaintiff", "direct", at=DAY)
    told = dates(desk, case)
    assert (told.appeal_until, told.effective_on) == (None, None)


def test_a_small_claims_judgment_is_final_when_served(desk):
    case = a_case(desk, "small_claims")
    announce(desk, case)
    serve_on_all(desk, case, issued(desk, case, "civil_judgment_tabular"), DAY, DAY)
    told = dates(desk, case)
    assert (told.appeal_until, told.effective_on) == (None, datetime.date(2026, 3, 20))


def test_a_mediation_statement_takes_effect_when_the_last_has_signed_for_it(desk):
    case = a_case(desk)
    agree(desk, case)
    paper = issued(desk, case, "civil_mediation_statement", "民事调解书")
    serve_on_all(desk, case, paper, DAY, "2026-03-24T09:00:00+08:00")
    told = dates(desk, case)
    assert (told.appeal_until, told.effective_on) == (None, datetime.date(2026, 3, 24))


def test_a_divorce_that_was_withdrawn_cannot_be_brought_again_for_six_months(desk):
    claims = [{"kind": "divorce", "text": "离婚"}]
    case = a_case(desk, cause="离婚纠纷", claims=claims)
    withdraw(desk, case)
    # 民诉127(7); 解释214.
    assert dates(desk, case).resuit_barred_until == datetime.date(2026, 9, 20)
    loan = a_case(desk)
    withdraw(desk, loan)
    assert dates(desk, loan).resuit_barred_until is None


def test_an_agreement_is_brought_within_thirty_days_and_objected_to_within_fifteen(desk):
    from app.mediation.service import confirm

    case = a_confirmation_with_agreement(desk)
    # 民诉205: thirty days from 10 March 2026.
    assert dates(desk, case).application_latest == datetime.date(2026, 4, 9)
    assert dates(desk, case).objection_until is None
    confirm(as_judge(desk), case, on="2026-03-20")
    serve_on_all(desk, case, issued(desk, case, "ruling_judicial_confirmation", "民事裁定书"), DAY, DAY)
    # 解释372: fifteen days; 4 April is a Saturday, 5–6 April Qingming.
    assert dates(desk, case).objection_until == datetime.date(2026, 4, 7)


@pytest.mark.parametrize(
    "procedure, limit",
    [
        # 民诉164, 168, 152: three months, two months, six months from filing on 20 March 2026.
        ("simplified", datetime.date(2026, 6, 20)),
        ("small_claims", datetime.date(2026, 5, 20)),
        ("ordinary", datetime.date(2026, 9, 20)),
    ],
)
def test_the_trial_limit_runs_from_the_filing_until_the_case_is_closed(desk, procedure, limit):
    case = a_case(desk, procedure)
    assert dates(desk, case).trial_limit == limit
    agree(desk, case)
    assert dates(desk, case).trial_limit is None


COPY = ("T04", "李喆", "2026-03-25", "民诉128")


def run_in(desk, case, on="2026-03-21"):
    """What runs in the case on that day."""
    found = running(desk.database, load_case(desk.database, case), datetime.date.fromisoformat(on))
    return [(one.rule, one.whose, one.until.isoformat(), one.article) for one in found]


def test_the_trial_limit_runs_from_filing_and_ends_when_the_case_is_closed(desk):
    case = a_case(desk)
    # Three months from 2026-03-20 (民诉164), before any roll; the copy goes out in five days (民诉128).
    assert run_in(desk, case) == [COPY, ("T18", "", "2026-06-20", "民诉164")]
    withdraw(desk, case)
    assert run_in(desk, case) == []


def test_a_defence_period_runs_for_each_defendant_who_was_served_and_did_not_waive_it(desk):
    case = a_case(desk)
    services.serve(desk, case, [issued(desk, case, "notice_to_respond", "应诉通知书")], "defendant", "direct", at=DAY)
    # Fifteen days end on Saturday 4 April, a holiday to the 6th: rolled to Tuesday 7 April (民诉85, 128).
    assert run_in(desk, case)[0] == ("T05", "李喆", "2026-04-07", "民诉128")
    assert run_in(desk, case, "2026-04-07")[0][0] == "T05" and run_in(desk, case, "2026-04-08")[0][0] == "T18"
    note_waivers(desk, case, evidence_period=[], defence_period=["defendant"])
    assert [rule for rule, *_ in run_in(desk, case)] == ["T18"]


def test_who_has_answered_needs_no_time_to_defend_and_no_copy(desk):
    case = a_case(desk)
    assert COPY in run_in(desk, case)
    defend(desk, case)
    assert [rule for rule, *_ in run_in(desk, case)] == ["T18"]
    services.serve(desk, case, [issued(desk, case, "notice_to_respond", "应诉通知书")], "defendant", "direct", at=DAY)
    assert [rule for rule, *_ in run_in(desk, case)] == ["T18"]


def test_the_fee_runs_until_it_is_paid(desk):
    case = a_case(desk)
    services.serve(desk, case, [issued(desk, case, "fee_notice", "交纳诉讼费用通知书")], "plaintiff", "direct", at=DAY)
    assert run_in(desk, case)[1] == ("T44", "张𬱖", "2026-03-27", "费用22") == run_in(desk, case, "2026-05-01")[1]
    pay(desk, case)  # 50 yuan of 350 (费用13, 16)
    assert run_in(desk, case)[1][0] == "T44"
    take_payment(desk, case, payer="plaintiff", amount="300.00", how="bank", at=DAY)
    assert [rule for rule, *_ in run_in(desk, case)] == ["T04", "T18"]


def test_a_judgment_announced_is_sent_within_ten_days_and_appealed_within_fifteen(desk):
    case = a_case(desk)
    announce(desk, case)
    # Ten days from 20 March (民诉151).
    assert run_in(desk, case) == [("T34", "", "2026-03-30", "民诉151")]
    serve_on_all(desk, case, issued(desk, case, "civil_judgment_tabular"), DAY, DAY)
    # Fifteen days from receipt (民诉171), rolled past the holiday.
    assert run_in(desk, case) == [("T36", "张𬱖", "2026-04-07", "民诉171"), ("T36", "李喆", "2026-04-07", "民诉171")]


def test_each_party_appeals_within_days_that_run_from_its_own_receipt(desk):
    case = a_case(desk)
    announce(desk, case)
    judgment = issued(desk, case, "civil_judgment_tabular")
    services.serve(desk, case, [judgment], "plaintiff", "direct", at="2026-03-23T09:00:00+08:00")
    # Fifteen days from 23 March; the defendant's do not run yet (解释244).
    assert [one for one in run_in(desk, case) if one[0] == "T36"] == [("T36", "张𬱖", "2026-04-07", "民诉171")]
    assert dates(desk, case).appeal_until is None
    services.serve(desk, case, [judgment], "defendant", "direct", at="2026-03-31T09:00:00+08:00")
    assert ("T36", "李喆", "2026-04-15", "民诉171") in run_in(desk, case)
    assert [one[1] for one in run_in(desk, case, "2026-04-08") if one[0] == "T36"] == ["李喆"]
    assert dates(desk, case).appeal_until == datetime.date(2026, 4, 15)


def test_a_ruling_that_dismisses_the_suit_is_appealed_within_ten_days(desk):
    case = a_case(desk)
    ruling = issued(desk, case, "ruling_case_dismissed", "民事裁定书")
    services.serve(desk, case, [ruling], "plaintiff", "direct", at="2026-03-23T09:00:00+08:00")
    assert ("T36", "张𬱖", "2026-04-02", "民诉171") in run_in(desk, case)
    refused = issued(desk, case, "ruling_withdrawal_refused", "民事裁定书")
    services.serve(desk, case, [refused], "defendant", "direct", at="2026-03-23T09:00:00+08:00")
    # 民诉157: no appeal against that one.
    assert not any(one[:2] == ("T36", "李喆") for one in run_in(desk, case))


def test_a_summons_of_the_ordinary_procedure_is_served_three_days_before_the_hearing(desk):
    case = a_case(desk, "ordinary")
    absence(desk, case)  # Put off to 8 April 2026.
    wanted = [one[:3] for one in run_in(desk, case, "2026-03-30") if one[0] == "T13"]
    assert wanted == [("T13", "张𬱖", "2026-04-05"), ("T13", "李喆", "2026-04-05")]
    summons = issued(desk, case, "summons", "传票")
    services.serve(desk, case, [summons], "plaintiff", "direct", at="2026-03-31T09:00:00+08:00")
    assert [one[1] for one in run_in(desk, case, "2026-04-01") if one[0] == "T13"] == ["李喆"]
    assert not [one for one in run_in(desk, case, "2026-04-09") if one[0] == "T13"]
    # 民诉162: the simplified procedure may summon in any simple way.
    plain = a_case(desk)
    absence(desk, plain)
    assert not [one for one in run_in(desk, plain, "2026-03-30") if one[0] == "T13"]


def test_a_recusal_is_decided_within_three_days_and_a_refund_paid_within_fifteen(desk):
    case = a_case(desk)
    asked = request_approval(
        as_judge(desk),
        case,
        "recusal",
        reason="被告称书记员是原告的侄女",
        article="民诉47(一)",
        requested_at="2026-03-20T10:00:00+08:00",
        about={"person": "clerk-1", "role": "clerk", "asked_by": "defendant"},
    )
    # 民诉50: three days from 20 March end on Monday the 23rd.
    assert ("T17", "", "2026-03-23", "民诉50") in run_in(desk, case)
    told = {"granted": False, "decided_by": "judge-1", "decided_at": "2026-03-20T10:30:00+08:00", "how": "in_person"}
    note_decision(desk, asked, opinion="不是近亲属", **told)
    assert not [one for one in run_in(desk, case) if one[0] == "T17"]
    pay(desk, case)
    refund = order_refund(desk, case, effective_on="2026-04-08")
    # 费用53: fifteen days from 8 April end on Thursday the 23rd.
    assert ("T45", "张𬱖", "2026-04-23", "费用53") in run_in(desk, case, "2026-04-09")
    note_refunded(desk, refund, "2026-04-20T09:00:00+08:00")
    assert not [one for one in run_in(desk, case, "2026-04-21") if one[0] == "T45"]


def test_an_agreement_reached_in_court_is_sent_as_a_statement_within_ten_days(desk):
    case = a_case(desk)
    agree(desk, case)
    assert ("T35", "", "2026-03-30", "简易16") in run_in(desk, case)


def test_a_divorce_that_counts_as_withdrawn_is_not_filed_again_for_six_months(desk):
    case = a_case(desk, cause="离婚纠纷", claims=[{"kind": "divorce", "text": "判令离婚"}])
    deem_withdrawn(desk, case)
    # 解释214: six months from 27 March end on Sunday 27 September, Mid-Autumn rest; the 28th is a working day.
    assert dates(desk, case).resuit_barred_until == datetime.date(2026, 9, 28)
    ruling = issued(desk, case, "ruling_deemed_withdrawn", "民事裁定书")
    serve_on_all(desk, case, ruling, "2026-03-30T09:00:00+08:00", "2026-03-31T09:00:00+08:00")
    # 民诉157: no appeal; it takes effect when the last of them has it.
    assert dates(desk, case).effective_on == datetime.date(2026, 3, 31)


def test_of_what_a_party_filed_the_copy_is_served_and_listed(desk):
    case = a_case(desk)
    filed = issued(desk, case, "civil_complaint", "民事起诉状")
    # The complaint itself stays in the dossier; its copy goes to the defendant, at his door if need be (民诉89, 128).
    services.serve(desk, case, [filed], "defendant", "left", at=DAY, reason="拒收", witnesses=["周怀仁", "刘芳"])
    [made] = services_of(desk.database, case)
    assert made.documents == ["complaint_copy"] and made.papers == [filed]
    listed = papers.certificate_of_service(
        load_case(desk.database, case), made.fields, [load_paper(desk.database, filed)], at=DAY, server="苏雨桐"
    )
    assert listed["service"]["papers"] == [{"name": "民事起诉状副本", "copies": 1}]
