"""What runs in a case and by when, row by row of the table of periods; dates counted by hand on the calendar of 2026.

20 March 2026 is a Friday. Rest days on the way: Ching Ming 4–6 April, Labour Day 1–5 May, Dragon Boat 19–21 June.
"""

from __future__ import annotations

import datetime

import pytest

from app.approvals.service import note_decision, request_approval
from app.approvals.store import approvals_of
from app.cases.court import SETTING
from app.cases.parties import join_party
from app.cases.service import confirm_service_address, note_waivers
from app.cases.store import load_case
from app.cases.suspensions import suspend_limit
from app.fees.service import decide_relief, note_refunded, take_payment
from app.hearings import service as hearings
from app.hearings.pauses import adjourn_sitting
from app.intake.counterclaims import take_counterclaim
from app.intake.service import take_defence
from app.judgments.service import rule_on_withdrawal
from app.mediation import service as mediation
from app.service import service as services
from app.service.deadlines import dates_of, running
from app.storage.settings import read_setting, write_setting
from support.acts import (
    COUNTER,
    OWN_RIGHT,
    a_confirmation_with_agreement,
    a_counterclaim,
    absence,
    agree,
    an_independent_claim,
    announce,
    bring,
    deem_withdrawn,
    defend,
    join,
    order_refund,
    pay,
    withdraw,
)
from support.village import DEFENDANT, JOINER, PLAINTIFF, a_case, a_confirmation, as_judge

DAY = "2026-03-20T16:00:00+08:00"
NEXT_WEEK = "2026-03-24T09:00:00+08:00"


def issued(desk, case, document, blanks=None, *, made_on="2026-03-20", concerns=None, signers=()):
    """A paper on record in that case, without the trouble of setting it."""
    paper = desk.new_id("paper")
    fields = {"document": document, "version": 1, "title": document, "made_on": made_on, "content": "a"}
    more = {"digest": "0" * 64, "pages": 1, "signers": list(signers), "boxes": [], "blanks": blanks or {}}
    desk.record("paper.issued", paper, {**fields, **more, "concerns": concerns}, case=case)
    return paper


def serve(desk, case, document, to, at=DAY, blanks=None, **more):
    return services.serve(desk, case, [issued(desk, case, document, blanks, **more)], to, "direct", at=at)


def serve_on_all(desk, case, paper, *moments):
    for party, at in zip(load_case(desk.database, case).parties, moments, strict=True):
        services.serve(desk, case, [paper], party.key, "direct", at=at)


def answer_counterclaim(desk, case, at):
    answers = [{"claim": None, "text": "没有欠货款。"}]
    take_defence(desk, case, by="plaintiff", at=at, place="法庭", oral=True, answers=answers)


def periods(desk, case, on="2026-03-21"):
    found = running(desk.database, load_case(desk.database, case), datetime.date.fromisoformat(on))
    return [(one.rule, one.whose, one.until.isoformat(), one.article) for one in found]


def run_in(desk, case, rule, on="2026-03-21"):
    """Whose, until when and under which article that row of the table runs in the case on that day."""
    return [rest for row, *rest in periods(desk, case, on) if row == rule]


def rules(desk, case, on="2026-03-21"):
    return [rule for rule, *_ in periods(desk, case, on)]


def test_of_a_case_just_filed_run_the_copy_the_bench_the_trial_limit_and_the_asking_to_put_it_off(desk):
    case = a_case(desk)
    assert periods(desk, case) == [
        # Three days from 20 March (民诉131).
        ("T08", "张𬱖", "2026-03-23", "民诉131"),
        ("T08", "李喆", "2026-03-23", "民诉131"),
        # Five days (民诉128).
        ("T04", "李喆", "2026-03-25", "民诉128"),
        # Fifteen days before the trial limit (延审1), which ends in three months before any roll (民诉164).
        ("T23", "", "2026-06-05", "延审1"),
        ("T18", "", "2026-06-20", "民诉164"),
    ]


def test_a_closed_case_has_only_its_archiving_left(desk):
    case = a_case(desk)
    withdraw(desk, case)
    # Three months from 20 March end on Saturday 20 June, Dragon Boat: Monday the 22nd.
    assert periods(desk, case) == [("T55", "", "2026-06-22", "地方规定")] == periods(desk, case, "2026-09-01")
    issued(desk, case, "dossier_handover")
    assert periods(desk, case) == []


def test_of_a_confirmation_run_its_own_limit_and_the_asking_to_put_it_off(desk):
    # Thirty days from 20 March (民诉187), and fifteen before they end (延审1); nobody sues, answers or is summoned.
    assert periods(desk, a_confirmation(desk)) == [
        ("T23", "", "2026-04-04", "延审1"),
        ("T21", "", "2026-04-19", "民诉187"),
    ]


def test_the_copy_of_the_complaint_is_due_until_it_is_served(desk):
    case = a_case(desk)
    assert run_in(desk, case, "T04", "2026-04-30") == [["李喆", "2026-03-25", "民诉128"]]
    serve(desk, case, "civil_complaint", "defendant")
    assert run_in(desk, case, "T04") == []


def test_an_inquiry_is_no_hearing_and_who_joins_after_one_was_not_heard_in_it(desk):
    # 民诉131: the parties are told who hears them; at the hearing itself they see it.
    case = a_case(desk)
    hearings.open_sitting(desk, case, kind="inquiry", opened_at=DAY, place="村委会")
    assert [whose for whose, *_ in run_in(desk, case, "T08")] == ["张𬱖", "李喆"]
    hearings.open_sitting(desk, case, opened_at=DAY, place="村委会")
    told = {"at": NEXT_WEEK, "on_application_of": "plaintiff", "reason": "是必须共同进行诉讼的当事人"}
    join_party(as_judge(desk), case, JOINER, **told)
    assert [whose for whose, *_ in run_in(desk, case, "T08", "2026-03-25")] == ["李栓"]


def test_who_joins_later_has_its_days_from_then(desk):
    case = a_case(desk)
    told = {"at": NEXT_WEEK, "on_application_of": "plaintiff", "reason": "是必须共同进行诉讼的当事人"}
    join_party(as_judge(desk), case, JOINER, **told)
    # Five days from Tuesday 24 March end on Sunday the 29th, so Monday (民诉128); three on Friday the 27th (民诉131).
    assert ["李栓", "2026-03-30", "民诉128"] in run_in(desk, case, "T04", "2026-03-25")
    assert ["李栓", "2026-03-27", "民诉131"] in run_in(desk, case, "T08", "2026-03-25")


@pytest.mark.parametrize("paper", ["notice_to_respond", "panel_notice", "rights_and_duties_notice"])
def test_the_bench_is_told_by_any_paper_that_names_it(desk, paper):
    case = a_case(desk)
    serve(desk, case, paper, "defendant")
    assert [whose for whose, *_ in run_in(desk, case, "T08")] == ["张𬱖"]


def test_who_was_told_of_the_bench_by_a_paper_or_heard_by_it_is_not_told_again(desk):
    case = a_case(desk)
    serve(desk, case, "acceptance_notice", "plaintiff")
    assert run_in(desk, case, "T08") == [["李喆", "2026-03-23", "民诉131"]]
    hearings.open_sitting(desk, case, opened_at=DAY, place="村委会")
    assert run_in(desk, case, "T08") == []


def test_a_defence_period_runs_for_each_defendant_who_was_served_and_did_not_waive_it(desk):
    case = a_case(desk)
    serve(desk, case, "notice_to_respond", "defendant")
    # Fifteen days end on Saturday 4 April, a holiday to the 6th: rolled to Tuesday 7 April (民诉85, 128).
    assert run_in(desk, case, "T05") == [["李喆", "2026-04-07", "民诉128"]]
    # Within them he may object to the jurisdiction (民诉130).
    assert run_in(desk, case, "T07") == [["李喆", "2026-04-07", "民诉130"]]
    assert run_in(desk, case, "T05", "2026-04-07") and not run_in(desk, case, "T05", "2026-04-08")
    note_waivers(desk, case, evidence_period=[], defence_period=["defendant"])
    assert not {"T04", "T05", "T07"} & set(rules(desk, case))


def test_what_waits_to_be_sent_begins_no_period(desk):
    # 民诉90: served when it reaches the recipient's system.
    case = a_case(desk)
    consent = {"address": "梧桐村45号", "electronic": True, "by": "短信", "to": "13900000002"}
    confirm_service_address(desk, case, "defendant", consent)
    paper = issued(desk, case, "notice_to_respond")
    waits = services.serve(desk, case, [paper], "defendant", "electronic", at=None, queued_at=DAY)
    assert run_in(desk, case, "T04") and not run_in(desk, case, "T05")
    services.note_sent(desk, waits, at=NEXT_WEEK)
    # Fifteen days from Tuesday 24 March.
    assert run_in(desk, case, "T05") == [["李喆", "2026-04-08", "民诉128"]] and not run_in(desk, case, "T04")


def test_who_has_answered_needs_no_time_to_defend_and_no_copy(desk):
    case = a_case(desk)
    assert run_in(desk, case, "T04")
    defend(desk, case)
    assert not {"T04", "T05", "T07"} & set(rules(desk, case))
    serve(desk, case, "notice_to_respond", "defendant")
    assert not {"T04", "T05", "T07"} & set(rules(desk, case))


def test_the_copy_of_a_written_defence_goes_to_the_plaintiff_in_five_days(desk):
    case = a_case(desk)
    told = {
        "by": "defendant",
        "at": DAY,
        "place": "法庭",
        "oral": False,
        "answers": [{"claim": None, "text": "已还。"}],
    }
    take_defence(desk, case, **told)
    # Five days from 20 March, until served, past that day too (民诉128).
    assert run_in(desk, case, "T06") == [["张𬱖", "2026-03-25", "民诉128"]] == run_in(desk, case, "T06", "2026-04-30")
    hearings.open_sitting(desk, case, opened_at=NEXT_WEEK, place="村委会")
    assert run_in(desk, case, "T06")
    serve(desk, case, "statement_of_defence", "plaintiff", NEXT_WEEK, concerns="defendant")
    assert run_in(desk, case, "T06") == []


def test_the_copy_of_an_answer_is_of_that_answer_and_no_other(desk):
    case = a_case(desk, parties=[PLAINTIFF, DEFENDANT, JOINER], evidence=[])
    due = ["张𬱖", "2026-03-25", "民诉128"]
    for by in ("defendant-1", "defendant-2"):
        take_defence(desk, case, by=by, at=DAY, place="法庭", oral=False, answers=[{"claim": None, "text": "已还。"}])
    assert run_in(desk, case, "T06") == [due, due]
    # Another paper is no answer, and the answer of one defendant is not the other's.
    serve(desk, case, "summons", "plaintiff", NEXT_WEEK)
    serve(desk, case, "statement_of_defence", "plaintiff", NEXT_WEEK, concerns="defendant-1")
    assert run_in(desk, case, "T06") == [due]
    # What was handed over before he answered anew is not what he answers now: five days from Wednesday the 25th.
    anew = [{"claim": None, "text": "没有借过。"}]
    take_defence(desk, case, by="defendant-1", at="2026-03-25T09:00:00+08:00", place="法庭", oral=False, answers=anew)
    assert sorted(run_in(desk, case, "T06")) == [due, ["张𬱖", "2026-03-30", "民诉128"]]


def test_an_answer_to_the_suit_is_not_sent_to_who_gave_it(desk):
    case, _ = join(desk, a_counterclaim(desk))
    answers = [{"claim": None, "text": "已还。"}]
    take_defence(desk, case, by="defendant", at=DAY, place="法庭", oral=False, answers=answers)
    assert run_in(desk, case, "T06") == [["张𬱖", "2026-03-25", "民诉128"]]


def test_an_answer_to_a_counterclaim_goes_to_who_brought_it(desk):
    case, counterclaim = a_counterclaim(desk)
    join(desk, (case, counterclaim))
    answers = [{"claim": None, "text": "没有欠货款。"}]
    take_defence(desk, case, by="plaintiff", at=DAY, place="法庭", oral=False, answers=answers)
    assert run_in(desk, case, "T06") == [["李喆", "2026-03-25", "民诉128"]]
    serve(desk, case, "statement_of_defence", "defendant", NEXT_WEEK, concerns="plaintiff")
    assert run_in(desk, case, "T06") == []


def test_a_plaintiff_who_sat_in_the_hearing_heard_an_oral_defence(desk):
    case = a_case(desk)
    defend(desk, case)
    assert run_in(desk, case, "T06") == [["张𬱖", "2026-03-25", "民诉128"]]
    hearings.open_sitting(desk, case, opened_at=DAY, place="村委会")
    assert run_in(desk, case, "T06") == []


def test_the_objection_to_jurisdiction_ends_with_its_ruling_and_the_time_to_answer_goes_on(desk):
    case = a_case(desk)
    serve(desk, case, "notice_to_respond", "defendant")
    issued(desk, case, "ruling_jurisdiction_objection")
    assert run_in(desk, case, "T07") == [] and run_in(desk, case, "T05") == [["李喆", "2026-04-07", "民诉128"]]


@pytest.mark.parametrize(
    ("procedure", "rule", "article"),
    [("ordinary", "T09", "解释99"), ("simplified", "T10", "解释266"), ("small_claims", "T11", "解释275")],
)
def test_evidence_is_handed_in_by_the_day_that_the_notice_names(desk, procedure, rule, article):
    case = a_case(desk, procedure)
    issued(desk, case, "evidence_notice", {"until": "2026-03-27"})
    assert run_in(desk, case, rule) == [["", "2026-03-27", article]]
    assert run_in(desk, case, rule, "2026-03-28") == []
    note_waivers(desk, case, evidence_period=["plaintiff", "defendant"], defence_period=[])
    assert run_in(desk, case, rule) == []


def test_the_day_of_the_latest_evidence_notice_stands(desk):
    # 解释99: the court puts the day off on application, and all are told.
    case = a_case(desk)
    issued(desk, case, "evidence_notice", {"until": "2026-03-27"})
    issued(desk, case, "evidence_notice", {"until": "2026-04-03"})
    assert run_in(desk, case, "T10") == [["", "2026-04-03", "解释266"]]
    note_waivers(desk, case, evidence_period=["plaintiff"], defence_period=[])
    assert run_in(desk, case, "T10")


def test_the_fee_runs_until_it_is_paid(desk):
    case = a_case(desk)
    serve(desk, case, "fee_notice", "plaintiff")
    fee = [["张𬱖", "2026-03-27", "费用22"]]
    assert run_in(desk, case, "T44") == fee == run_in(desk, case, "T44", "2026-05-01")
    pay(desk, case)  # 50 yuan of 350 (费用13, 16)
    assert run_in(desk, case, "T44") == fee
    take_payment(desk, case, payer="plaintiff", amount="300.00", how="bank", at=DAY)
    assert run_in(desk, case, "T44") == []


def test_a_fee_rests_while_relief_is_asked_for_and_after_it_was_put_off(desk):
    case = a_case(desk)
    serve(desk, case, "fee_notice", "plaintiff")
    asked = {"kind": "deferral", "reason": "法律援助", "article": "费用47(三)", "applied_at": DAY}
    decide_relief(desk, case, **asked, approved_by=None, approved_at=None)
    # 费用22: unpaid has no consequence before the answer.
    assert run_in(desk, case, "T44") == []
    (held,) = approvals_of(desk.database, case)
    told = {"decided_by": "chief-1", "decided_at": "2026-03-20T17:00:00+08:00", "how": "in_person"}
    note_decision(desk, held.record, granted=False, opinion="没有证明", **told)
    assert run_in(desk, case, "T44") == [["张𬱖", "2026-03-27", "费用22"]]
    decide_relief(desk, case, **asked, approved_by="chief-1", approved_at="2026-03-20T17:30:00+08:00")
    assert run_in(desk, case, "T44") == []


def test_what_is_left_of_the_fee_when_the_case_becomes_an_ordinary_one_has_its_own_seven_days(desk):
    case = a_case(desk, "ordinary")
    serve(desk, case, "fee_notice", "plaintiff", NEXT_WEEK, {"reason": "top_up"})
    # Seven days from Tuesday 24 March (解释199).
    assert run_in(desk, case, "T46") == [["张𬱖", "2026-03-31", "解释199"]] and not run_in(desk, case, "T44")


def test_a_counterclaim_is_paid_for_from_its_bringing_told_in_five_days_and_answered_in_fifteen(desk):
    case, counterclaim = a_counterclaim(desk, at="2026-03-20T10:30:00+08:00")
    assert run_in(desk, case, "T44") == []
    join(desk, (case, counterclaim), at="2026-03-23T09:00:00+08:00")
    # 费用22: seven days from 20 March; 民诉128: five from 23 March end on Saturday the 28th, so Monday.
    assert run_in(desk, case, "T44") == [["李喆", "2026-03-27", "费用22"]]
    assert ["张𬱖", "2026-03-30", "民诉128"] in run_in(desk, case, "T04", "2026-03-24")
    serve(desk, case, "counterclaim_notice", "plaintiff", NEXT_WEEK)
    assert [whose for whose, *_ in run_in(desk, case, "T04", "2026-03-24")] == ["李喆"]
    # Fifteen days from Tuesday 24 March.
    assert run_in(desk, case, "T05", "2026-03-25") == [["张𬱖", "2026-04-08", "民诉128"]]


def test_the_fee_of_a_counterclaim_runs_until_it_is_paid_and_rests_while_relief_is_asked_for(desk):
    case, counterclaim = join(desk, a_counterclaim(desk))
    fee = [["李喆", "2026-03-27", "费用22"]]
    asked = {"kind": "deferral", "reason": "法律援助", "article": "费用47(三)", "applied_at": DAY}
    decide_relief(desk, case, **asked, approved_by=None, approved_at=None, counterclaim=counterclaim)
    assert run_in(desk, case, "T44") == []
    (held,) = approvals_of(desk.database, case)
    told = {"decided_by": "chief-1", "decided_at": "2026-03-20T17:00:00+08:00", "how": "in_person"}
    note_decision(desk, held.record, granted=False, opinion="没有证明", **told)
    assert run_in(desk, case, "T44") == fee
    # 50,000 yuan cost 1,050, halved once (费用16, 18; 解释206).
    paid = {"payer": "defendant", "how": "bank", "at": DAY, "counterclaim": counterclaim}
    take_payment(desk, case, amount="500.00", **paid)
    assert run_in(desk, case, "T44") == fee
    take_payment(desk, case, amount="25.00", **paid)
    assert run_in(desk, case, "T44") == []


def test_who_answers_a_counterclaim_is_the_party_it_was_brought_against(desk):
    case, _ = join(desk, a_counterclaim(desk))
    told = issued(desk, case, "counterclaim_notice")
    for side in ("plaintiff", "defendant"):
        services.serve(desk, case, [told], side, "direct", at=NEXT_WEEK)
    assert run_in(desk, case, "T05", "2026-03-25") == [["张𬱖", "2026-04-08", "民诉128"]]
    answer_counterclaim(desk, case, NEXT_WEEK)
    assert run_in(desk, case, "T05", "2026-03-25") == []


def test_who_waived_the_time_to_answer_has_none_for_a_counterclaim_either(desk):
    case, _ = join(desk, a_counterclaim(desk))
    serve(desk, case, "counterclaim_notice", "plaintiff", NEXT_WEEK)
    assert run_in(desk, case, "T05", "2026-03-25")
    note_waivers(desk, case, evidence_period=[], defence_period=["plaintiff"])
    assert run_in(desk, case, "T05", "2026-03-25") == []


def test_who_answered_a_counterclaim_needs_no_copy_of_it(desk):
    case, _ = join(desk, a_counterclaim(desk))
    assert [whose for whose, *_ in run_in(desk, case, "T04")] == ["李喆", "张𬱖"]
    answer_counterclaim(desk, case, DAY)
    assert [whose for whose, *_ in run_in(desk, case, "T04")] == ["李喆"]


def test_a_third_partys_claim_is_answered_by_both_sides_and_paid_for_from_its_notice(desk):
    case, record = an_independent_claim(desk)
    defend(desk, case)
    join(desk, (case, record), why=OWN_RIGHT, at="2026-03-23T09:00:00+08:00")
    # 民诉128: five days from 23 March end on Saturday the 28th, so Monday; the suit's own copy ended with its answer.
    assert run_in(desk, case, "T04", "2026-03-24") == [
        ["张𬱖", "2026-03-30", "民诉128"],
        ["李喆", "2026-03-30", "民诉128"],
    ]
    assert run_in(desk, case, "T44") == []
    told = issued(desk, case, "independent_claim_notice")
    for side in ("plaintiff", "defendant"):
        services.serve(desk, case, [told], side, "direct", at=NEXT_WEEK)
    # Fifteen days from Tuesday 24 March; seven of 费用22.
    assert run_in(desk, case, "T05", "2026-03-25") == [
        ["张𬱖", "2026-04-08", "民诉128"],
        ["李喆", "2026-04-08", "民诉128"],
    ]
    serve(desk, case, "fee_notice", "third_party", NEXT_WEEK, {"reason": "independent"}, concerns=record)
    assert run_in(desk, case, "T44") == [["周禾", "2026-03-31", "费用22"]]


def test_of_a_suit_that_ended_alone_nothing_runs_but_what_goes_on(desk):
    case, _ = join(desk, a_counterclaim(desk))
    serve(desk, case, "fee_notice", "plaintiff", DAY, {"reason": "prepay"})
    serve(desk, case, "notice_to_respond", "defendant", DAY)
    assert {whose for whose, *_ in run_in(desk, case, "T44")} == {"张𬱖", "李喆"}
    assert [whose for whose, *_ in run_in(desk, case, "T05")] == ["李喆"]
    unserved, _ = join(desk, a_counterclaim(desk))
    withdraw(desk, unserved)
    assert [whose for whose, *_ in run_in(desk, unserved, "T04")] == ["张𬱖"]
    withdraw(desk, case)
    # 解释239: the counterclaim is paid for and answered still; what is borne of the suit's fee has no seven days.
    assert [whose for whose, *_ in run_in(desk, case, "T44")] == ["李喆"]
    assert run_in(desk, case, "T05") == []
    assert [whose for whose, *_ in run_in(desk, case, "T04")] == ["张𬱖"]


def test_what_a_loser_owes_has_no_seven_days(desk):
    case = a_case(desk)
    serve(desk, case, "fee_notice", "plaintiff", DAY, {"reason": "borne"})
    assert not {"T44", "T46"} & set(rules(desk, case))


def test_a_judgment_announced_on_a_day_of_its_own_is_sent_at_once(desk):
    # 民诉151 ¶2: 定期宣判的，宣判后立即发给判决书.
    case = a_case(desk)
    sitting = hearings.open_sitting(desk, case, opened_at="2026-03-20T09:00:00+08:00", place="村委会")
    hearings.close_sitting(desk, sitting, "2026-03-20T10:00:00+08:00")
    announce(desk, case, announced_at="2026-03-27T15:00:00+08:00")
    assert run_in(desk, case, "T34", "2026-03-30") == [["", "2026-03-27", "民诉151"]]
    judgment = issued(desk, case, "civil_judgment_tabular", made_on="2026-03-27")
    serve_on_all(desk, case, judgment, "2026-03-27T15:30:00+08:00", "2026-03-30T09:00:00+08:00")
    assert run_in(desk, case, "T34", "2026-03-30") == []


def test_a_judgment_announced_at_the_hearing_is_sent_within_ten_days_and_appealed_within_fifteen(desk):
    case = a_case(desk)
    hearings.open_sitting(desk, case, opened_at="2026-03-20T09:00:00+08:00", place="村委会")
    announce(desk, case)
    # Ten days from 20 March (民诉151).
    assert run_in(desk, case, "T34") == [["", "2026-03-30", "民诉151"]]
    serve_on_all(desk, case, issued(desk, case, "civil_judgment_tabular"), DAY, DAY)
    # Fifteen days from receipt (民诉171), rolled past the holiday.
    assert run_in(desk, case, "T36") == [["张𬱖", "2026-04-07", "民诉171"], ["李喆", "2026-04-07", "民诉171"]]
    assert run_in(desk, case, "T34") == []


def test_each_party_appeals_within_days_that_run_from_its_own_receipt(desk):
    case = a_case(desk)
    announce(desk, case)
    judgment = issued(desk, case, "civil_judgment_tabular")
    services.serve(desk, case, [judgment], "plaintiff", "direct", at="2026-03-23T09:00:00+08:00")
    # Fifteen days from 23 March; the defendant's do not run yet (解释244).
    assert run_in(desk, case, "T36") == [["张𬱖", "2026-04-07", "民诉171"]]
    assert dates_of(desk.database, load_case(desk.database, case)).appeal_until is None
    services.serve(desk, case, [judgment], "defendant", "direct", at="2026-03-31T09:00:00+08:00")
    assert run_in(desk, case, "T36", "2026-04-08") == [["李喆", "2026-04-15", "民诉171"]]
    assert dates_of(desk.database, load_case(desk.database, case)).appeal_until == datetime.date(2026, 4, 15)


@pytest.mark.parametrize(
    ("procedure", "heard", "until"),
    # 简易31: announced on a day of its own, it was served on 27 March on who was there; fifteen days end on Saturday
    # 11 April, so on Monday 13. Announced at the hearing, and in the ordinary procedure, they run from receipt.
    [
        ("simplified", "2026-03-20", "2026-04-13"),
        ("simplified", "2026-03-27", "2026-04-16"),
        ("ordinary", "2026-03-20", "2026-04-16"),
    ],
)
def test_who_heard_a_judgment_announced_on_a_day_of_its_own_appeals_from_that_day(desk, procedure, heard, until):
    case = a_case(desk, procedure)
    sitting = hearings.open_sitting(desk, case, opened_at=f"{heard}T09:00:00+08:00", place="村委会")
    hearings.close_sitting(desk, sitting, f"{heard}T10:00:00+08:00")
    announce(desk, case, announced_at="2026-03-27T15:00:00+08:00", present=["plaintiff"])
    judgment = issued(desk, case, "civil_judgment_tabular", made_on="2026-03-27")
    serve_on_all(desk, case, judgment, "2026-04-01T09:00:00+08:00", "2026-04-01T09:00:00+08:00")
    # Fifteen days from Wednesday 1 April end on Thursday 16 April.
    ends = {whose: day for whose, day, _ in run_in(desk, case, "T36", "2026-04-02")}
    assert ends == {"张𬱖": until, "李喆": "2026-04-16"}


def test_a_ruling_is_appealed_from_its_own_receipt_whenever_the_judgment_was_announced(desk):
    case = a_case(desk)
    sitting = hearings.open_sitting(desk, case, opened_at="2026-03-20T09:00:00+08:00", place="村委会")
    hearings.close_sitting(desk, sitting, "2026-03-20T10:00:00+08:00")
    withdrawal = {"by": ["plaintiff"], "at": NEXT_WEEK, "reason": "和好", "granted": False}
    rule_on_withdrawal(as_judge(desk), case, **withdrawal)
    announce(desk, case, announced_at="2026-03-27T15:00:00+08:00", present=["plaintiff", "defendant"])
    serve(desk, case, "ruling_jurisdiction_objection", "defendant", "2026-03-30T09:00:00+08:00")
    # Ten days from Monday 30 March end on Thursday 9 April (民诉171, 简易31 speaks of judgments).
    assert run_in(desk, case, "T36", "2026-03-31") == [["李喆", "2026-04-09", "民诉171"]]


def test_only_who_brought_the_counterclaim_appeals_that_it_was_not_taken(desk):
    case, counterclaim = a_counterclaim(desk)
    join(desk, (case, counterclaim), joined=False, why="应当由其他人民法院专属管辖")
    document = "ruling_counterclaim_not_accepted"
    ruling = issued(desk, case, document, concerns=counterclaim)
    for party in ("plaintiff", "defendant"):
        services.serve(desk, case, [ruling], party, "direct", at="2026-03-23T09:00:00+08:00")
    # Ten days from Monday 23 March (民诉157, 171; 解释233).
    assert run_in(desk, case, "T36") == [["李喆", "2026-04-02", "民诉171"]]


def test_a_ruling_that_dismisses_the_suit_is_appealed_within_ten_days(desk):
    case = a_case(desk)
    serve(desk, case, "ruling_case_dismissed", "plaintiff", "2026-03-23T09:00:00+08:00")
    assert run_in(desk, case, "T36") == [["张𬱖", "2026-04-02", "民诉171"]]
    serve(desk, case, "ruling_withdrawal_refused", "defendant", "2026-03-23T09:00:00+08:00")
    # 民诉157: no appeal against that one.
    assert [whose for whose, *_ in run_in(desk, case, "T36")] == ["张𬱖"]


def test_a_judgment_in_effect_may_be_brought_up_for_retrial_for_six_months(desk):
    case = a_case(desk, "small_claims")
    announce(desk, case)
    assert run_in(desk, case, "T52") == []
    serve_on_all(desk, case, issued(desk, case, "civil_judgment_tabular"), DAY, DAY)
    # 民诉165: final when served. Six months end on Sunday 20 September, which the calendar makes a working day.
    assert run_in(desk, case, "T52") == [["", "2026-09-20", "民诉216"]]
    assert run_in(desk, case, "T52", "2026-09-21") == []


DIVORCE = {"kind": "divorce", "text": "判令离婚"}
SUPPORT = {"kind": "non_property", "text": "判令婚生子由原告抚养"}
DIVIDED = {**DIVORCE, "property_total": "90000.00"}


@pytest.mark.parametrize(
    ("claims", "term", "retried"),
    [
        # 民诉213: nobody asks for the retrial of a marriage that was dissolved; of what was decided besides, he may.
        ([DIVORCE], "原告张𬱖与被告李喆离婚。", False),
        ([DIVORCE, {"kind": "costs", "text": "诉讼费由被告负担"}], "原告张𬱖与被告李喆离婚。", False),
        ([DIVIDED], "原告张𬱖与被告李喆离婚。", True),
        ([DIVORCE, SUPPORT], "原告张𬱖与被告李喆离婚。", True),
        # Nor was a marriage dissolved that goes on.
        ([DIVORCE], "原告张𬱖与被告李喆自愿和好。", True),
    ],
)
def test_a_marriage_that_was_dissolved_is_not_brought_up_again_but_what_else_was_decided_is(
    desk, claims, term, retried
):
    case = a_case(desk, "simplified", cause="离婚纠纷", claims=claims)
    agree(desk, case, terms=[term])
    serve_on_all(desk, case, issued(desk, case, "civil_mediation_statement"), DAY, DAY)
    # 民诉216: six months from 20 March end on Sunday 20 September, a working day by the calendar.
    assert run_in(desk, case, "T52") == ([["", "2026-09-20", "民诉216"]] if retried else [])


def test_a_divorce_refused_may_be_brought_up_for_retrial(desk):
    case = a_case(desk, "simplified", cause="离婚纠纷", claims=[DIVORCE])
    announce(desk, case, orders=["不准原告张𬱖与被告李喆离婚"])
    serve_on_all(desk, case, issued(desk, case, "civil_judgment_simplified"), DAY, DAY)
    # In effect on 8 April; six months end on Thursday 8 October, a working day.
    assert run_in(desk, case, "T52", "2026-04-08") == [["", "2026-10-08", "民诉216"]]


def test_of_a_withdrawal_and_of_a_confirmation_no_retrial_is_asked(desk):
    # 解释378, 379 as numbered in the text of 2022: of rulings only 不予受理 and 驳回起诉 are retried.
    case = a_case(desk)
    withdraw(desk, case)
    serve_on_all(desk, case, issued(desk, case, "ruling_withdrawal_granted"), DAY, DAY)
    assert run_in(desk, case, "T52") == []
    case = a_confirmation_with_agreement(desk)
    mediation.confirm(as_judge(desk), case, on="2026-03-20")
    serve_on_all(desk, case, issued(desk, case, "ruling_judicial_confirmation"), DAY, DAY)
    assert run_in(desk, case, "T52") == []


def test_a_summons_of_the_ordinary_procedure_is_served_three_days_before_the_hearing(desk):
    case = a_case(desk, "ordinary")
    absence(desk, case)  # Put off to 8 April 2026.
    wanted = run_in(desk, case, "T13", "2026-03-30")
    assert [one[:2] for one in wanted] == [["张𬱖", "2026-04-05"], ["李喆", "2026-04-05"]]
    serve(desk, case, "summons", "plaintiff", "2026-03-31T09:00:00+08:00")
    assert [one[0] for one in run_in(desk, case, "T13", "2026-04-01")] == ["李喆"]
    assert not run_in(desk, case, "T13", "2026-04-09")
    # 民诉163: the simplified procedure may summon in any simple way.
    plain = a_case(desk)
    absence(desk, plain)
    assert not {"T13", "T15"} & set(rules(desk, plain, "2026-03-30"))


def test_a_summons_is_to_the_hearing_that_is_set_and_holds_through_the_day_of_it(desk):
    case = a_case(desk, "ordinary")
    serve(desk, case, "summons", "plaintiff", "2026-03-20T09:30:00+08:00")
    absence(desk, case)  # The hearing of 20 March is put off to 8 April.
    wanted = [["张𬱖", "2026-04-05", "民诉139"], ["李喆", "2026-04-05", "民诉139"]]
    assert run_in(desk, case, "T13", "2026-03-30") == wanted == run_in(desk, case, "T13", "2026-04-08")
    serve(desk, case, "panel_notice", "plaintiff", NEXT_WEEK)
    assert run_in(desk, case, "T13", "2026-03-30") == wanted
    serve(desk, case, "summons", "plaintiff", NEXT_WEEK)
    assert run_in(desk, case, "T13", "2026-03-30") == wanted[1:]
    # Who looks at the place, or asks a party, in the meantime holds no hearing.
    hearings.open_sitting(desk, case, kind="inspection", opened_at="2026-03-25T09:00:00+08:00", place="梧桐村")
    assert run_in(desk, case, "T13", "2026-03-30") == wanted[1:]


def test_a_hearing_that_is_not_public_is_not_announced(desk):
    # 民诉139: 公开审理的，应当公告.
    case = a_case(desk, "ordinary", public=False)
    absence(desk, case)
    assert run_in(desk, case, "T15", "2026-03-30") == []


def test_a_public_hearing_of_the_ordinary_procedure_is_announced_before_it(desk):
    case = a_case(desk, "ordinary")
    absence(desk, case)
    assert run_in(desk, case, "T15", "2026-03-30") == [["", "2026-04-08", "民诉139"]]
    # The announcement of an earlier day does not do.
    issued(desk, case, "hearing_announcement", {"announced": {"time": "2026-03-20T09:30:00+08:00", "place": "法庭"}})
    assert run_in(desk, case, "T15", "2026-03-30")
    issued(desk, case, "hearing_announcement", {"announced": {"time": "2026-04-08T09:30:00+08:00", "place": "法庭"}})
    assert run_in(desk, case, "T15", "2026-03-30") == []


def finals(desk, case, on):
    found = running(desk.database, load_case(desk.database, case), datetime.date.fromisoformat(on))
    return [(one.until.isoformat(), one.article, one.final) for one in found if one.rule == "T24"]


def test_a_hearing_that_was_put_off_goes_on_within_a_month(desk):
    case = a_case(desk)
    absence(desk, case)
    # One month from 20 March is Monday 20 April (延审5); 简易 puts off only once (延审3).
    assert finals(desk, case, "2026-03-21") == [("2026-04-20", "延审5", True)] == finals(desk, case, "2026-06-01")
    hearings.open_sitting(desk, case, opened_at="2026-04-08T09:30:00+08:00", place="法庭")
    assert finals(desk, case, "2026-04-08") == []


def test_a_hearing_put_off_without_a_day_goes_on_within_a_month_too_and_no_inspection_is_one(desk):
    case = a_case(desk)
    sitting = hearings.open_sitting(desk, case, opened_at="2026-03-20T09:40:00+08:00", place="村委会")
    adjourn_sitting(desk, sitting, DAY, "调取证据")
    put_off = [("2026-04-20", "延审5", True)]
    assert finals(desk, case, "2026-03-21") == put_off
    hearings.open_sitting(desk, case, kind="inspection", opened_at="2026-03-25T09:00:00+08:00", place="梧桐村")
    assert finals(desk, case, "2026-03-25") == put_off


def test_the_ordinary_procedure_puts_a_hearing_off_twice(desk):
    case = a_case(desk, "ordinary")
    absence(desk, case)
    assert finals(desk, case, "2026-03-21") == [("2026-04-20", "延审5", False)]
    again = {"at": "2026-04-08T10:00:00+08:00", "who": "defendant", "contact": [], "place": "法庭", "here": "法庭"}
    hearings.note_absence(desk, case, adjourned_to="2026-04-30T09:00:00+08:00", **again)
    # One month from 8 April is Friday 8 May, after the holiday.
    assert finals(desk, case, "2026-04-09") == [("2026-05-08", "延审5", True)]


def test_parties_who_consent_before_the_hearing_are_mediated_in_seven_days_or_fifteen(desk):
    for procedure, until in (("simplified", "2026-03-27"), ("ordinary", "2026-04-07")):
        case = a_case(desk, procedure)
        issued(desk, case, "mediation_consent", {"person": "plaintiff", "consents": True})
        issued(desk, case, "mediation_consent", {"person": "defendant", "consents": False})
        assert run_in(desk, case, "T27") == []
        issued(desk, case, "mediation_consent", {"person": "defendant", "consents": True})
        # Fifteen days end in the Ching Ming holiday (民事调解4).
        assert run_in(desk, case, "T27") == [["", until, "民事调解4"]]
        mediation.fail(as_judge(desk), case, at=DAY, place="法庭", reason="差距大")
        assert run_in(desk, case, "T27") == []


def consent(desk, case):
    for party in ("plaintiff", "defendant"):
        issued(desk, case, "mediation_consent", {"person": party, "consents": True})


def test_the_days_to_mediate_run_from_the_last_consent_and_end_with_a_hearing_or_with_more_time(desk):
    # 民事调解4: 自同意调解之日; once all agree to go on, the days that are not counted are on the record instead.
    case = a_case(desk, "small_claims")
    consent(desk, case)
    issued(desk, case, "mediation_consent", {"person": "plaintiff", "consents": True}, made_on="2026-03-23")
    # Seven days from Monday 23 March.
    assert run_in(desk, case, "T27", "2026-03-24") == [["", "2026-03-30", "民事调解4"]]
    hearings.open_sitting(desk, case, opened_at=NEXT_WEEK, place="村委会")
    assert run_in(desk, case, "T27", "2026-03-24") == []
    longer = a_case(desk)
    consent(desk, longer)
    suspend_limit(desk, longer, ground="appraisal", first="2026-03-21", reason="房屋质量鉴定")
    assert run_in(desk, longer, "T27") == [["", "2026-03-27", "民事调解4"]]
    suspend_limit(desk, longer, ground="mediation", first="2026-03-28", reason="双方同意延长")
    assert run_in(desk, longer, "T27") == []


def test_who_mediates_elsewhere_or_applies_to_confirm_has_no_days_before_the_court(desk):
    entrusted, confirmation = a_case(desk), a_confirmation(desk)
    consent(desk, entrusted)
    issued(desk, entrusted, "mediation_entrustment_letter", {"letter": {"report_by": "2026-03-27"}})
    for party in load_case(desk.database, confirmation).parties:
        issued(desk, confirmation, "mediation_consent", {"person": party.key, "consents": True})
    assert run_in(desk, entrusted, "T27") == run_in(desk, confirmation, "T27") == []


def test_the_day_of_the_latest_letter_stands_and_only_more_mediation_lengthens_it(desk):
    case = a_case(desk)
    issued(desk, case, "mediation_entrustment_letter", {"letter": {"report_by": "2026-03-27"}})
    issued(desk, case, "mediation_entrustment_letter", {"letter": {"report_by": "2026-04-10"}}, made_on="2026-03-26")
    due = [["", "2026-04-10", "2025意见3"]]
    assert run_in(desk, case, "T30") == due
    suspend_limit(desk, case, ground="appraisal", first="2026-04-01", reason="房屋质量鉴定")
    assert run_in(desk, case, "T30") == due


def test_a_suit_registered_first_is_mediated_by_the_day_of_the_letter_and_thirty_more_if_all_agree(desk):
    case = a_case(desk)
    issued(desk, case, "mediation_entrustment_letter", {"letter": {"report_by": "2026-03-27"}})
    assert run_in(desk, case, "T30") == [["", "2026-03-27", "2025意见3"]] == run_in(desk, case, "T30", "2026-04-20")
    suspend_limit(desk, case, ground="mediation", first="2026-03-28", reason="双方同意延长")
    # Thirty days from 27 March end on Sunday 26 April: Monday the 27th.
    assert run_in(desk, case, "T30", "2026-04-01") == [["", "2026-04-27", "2025意见3"]]
    mediation.fail(as_judge(desk), case, at="2026-04-20T09:00:00+08:00", place="法庭", reason="差距大")
    assert run_in(desk, case, "T30", "2026-04-21") == []


def test_where_disputes_are_still_mediated_before_the_suit_the_older_rules_are_named(desk):
    court = read_setting(desk.database, SETTING)
    write_setting(desk.database, SETTING, {**court, "mediation_mode": "pre_suit_legacy"})
    case = a_case(desk)
    issued(desk, case, "mediation_entrustment_letter", {"letter": {"report_by": "2026-03-27"}})
    assert run_in(desk, case, "T29") == [["", "2026-03-27", "特调27"]]
    suspend_limit(desk, case, ground="mediation", first="2026-03-28", last="2026-04-10", reason="双方同意延长")
    assert run_in(desk, case, "T29") == [["", "2026-04-10", "特调27"]]
    other = a_case(desk)
    issued(desk, other, "mediation_assignment_letter", {"letter": {"report_by": "2026-04-20"}})
    assert run_in(desk, other, "T28") == [["", "2026-04-20", "特调27"]]
    issued(desk, other, "mediation_end_report", made_on="2026-04-02")
    assert run_in(desk, other, "T28") == []


def test_a_letter_for_mediation_on_the_court_s_platform_names_the_rule_of_online_mediation(desk):
    case = a_case(desk)
    letter = {"report_by": "2026-03-27", "online": True}
    issued(desk, case, "mediation_entrustment_letter", {"letter": letter})
    assert run_in(desk, case, "T31") == [["", "2026-03-27", "线调24"]] and run_in(desk, case, "T30") == []
    suspend_limit(desk, case, ground="mediation", first="2026-03-28", last="2026-04-10", reason="双方同意延长")
    assert run_in(desk, case, "T31") == [["", "2026-04-10", "线调24"]]
    mediation.fail(as_judge(desk), case, at="2026-04-02T09:00:00+08:00", place="法庭", reason="差距大")
    assert run_in(desk, case, "T31", "2026-04-03") == []


def test_an_agreement_made_outside_while_the_suit_is_on_may_be_confirmed_for_thirty_days(desk):
    case = a_case(desk)
    bring(desk, case)
    # Thirty days from 10 March (民诉205).
    assert run_in(desk, case, "T32") == [["", "2026-04-09", "民诉205"]] and not run_in(desk, case, "T32", "2026-04-10")


def test_nothing_is_left_to_apply_for_once_the_application_is_filed_or_where_nobody_agreed(desk):
    # 民诉205.
    assert run_in(desk, a_confirmation_with_agreement(desk), "T32") == []
    case = a_case(desk)
    mediation.fail(as_judge(desk), case, at=DAY, place="法庭", reason="差距大")
    assert run_in(desk, case, "T32") == []


def test_a_confirmation_is_objected_to_within_fifteen_days_of_its_receipt(desk):
    case = a_confirmation_with_agreement(desk)
    mediation.confirm(as_judge(desk), case, on="2026-03-20")
    ruling = issued(desk, case, "ruling_judicial_confirmation")
    first, second = (party.key for party in load_case(desk.database, case).parties)
    services.serve(desk, case, [ruling], first, "direct", at=DAY)
    assert run_in(desk, case, "T56") == []
    services.serve(desk, case, [ruling], second, "direct", at=NEXT_WEEK)
    # 解释372: fifteen days from Tuesday 24 March, the later receipt, end on Wednesday 8 April.
    assert run_in(desk, case, "T56", "2026-04-08") == [["", "2026-04-08", "解释372"]]
    assert run_in(desk, case, "T56", "2026-04-09") == []


def test_an_agreement_reached_in_court_is_sent_as_a_statement_within_ten_days(desk):
    case = a_case(desk)
    agree(desk, case)
    assert run_in(desk, case, "T35") == [["", "2026-03-30", "简易16"]]


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
    assert run_in(desk, case, "T17") == [["", "2026-03-23", "民诉50"]]
    told = {"granted": False, "decided_by": "judge-1", "decided_at": "2026-03-20T10:30:00+08:00", "how": "in_person"}
    note_decision(desk, asked, opinion="不是近亲属", **told)
    assert run_in(desk, case, "T17") == []
    pay(desk, case)
    refund = order_refund(desk, case, effective_on="2026-04-08")
    # 费用53: fifteen days from 8 April end on Thursday the 23rd.
    assert run_in(desk, case, "T45", "2026-04-09") == [["张𬱖", "2026-04-23", "费用53"]]
    note_refunded(desk, refund, "2026-04-20T09:00:00+08:00")
    assert run_in(desk, case, "T45", "2026-04-21") == []


def test_an_extension_is_asked_for_fifteen_days_and_decided_five_days_before_the_limit(desk):
    case = a_case(desk)
    assert run_in(desk, case, "T23", "2026-06-05") == [["", "2026-06-05", "延审1"]]
    assert run_in(desk, case, "T23", "2026-06-06") == []
    request_approval(
        as_judge(desk),
        case,
        "extension",
        reason="等待评估",
        article="延审1",
        requested_at="2026-06-03T09:00:00+08:00",
        about={"until": "2026-06-20", "new_until": "2026-07-20"},
    )
    assert run_in(desk, case, "T23", "2026-06-16") == [["", "2026-06-15", "延审1"]]


def test_only_an_extension_that_was_granted_puts_the_limit_off_and_what_is_suspended_later_lengthens_it(desk):
    case = a_case(desk)
    asked = {"reason": "等待评估", "article": "延审1", "requested_at": "2026-06-03T09:00:00+08:00"}
    about = {"until": "2026-06-20", "new_until": "2026-07-20"}
    decided = {"decided_by": "president", "decided_at": "2026-06-04T09:00:00+08:00", "how": "in_person"}
    first = request_approval(as_judge(desk), case, "extension", **asked, about=about)
    note_decision(desk, first, granted=False, opinion="可以按期审结", **decided)
    assert [day for _, day, _ in run_in(desk, case, "T18", "2026-06-10")] == ["2026-06-20"]
    second = request_approval(as_judge(desk), case, "extension", **asked, about=about)
    note_decision(desk, second, granted=True, opinion="同意", **decided)
    assert [day for _, day, _ in run_in(desk, case, "T18", "2026-06-10")] == ["2026-07-20"]
    # 解释243: ten days of appraisal, 1 to 10 July, are not counted.
    suspend_limit(desk, case, ground="appraisal", first="2026-07-01", last="2026-07-10", reason="房屋质量鉴定")
    assert [day for _, day, _ in run_in(desk, case, "T18", "2026-07-15")] == ["2026-07-30"]


def test_no_limit_runs_before_the_procedure_is_decided(desk):
    case = a_case(desk, procedure=None)
    assert not {"T18", "T19", "T20", "T21", "T23"} & set(rules(desk, case))
    assert dates_of(desk.database, load_case(desk.database, case)).trial_limit is None


def test_the_ruling_that_ended_the_suit_alone_is_not_the_end_of_the_case(desk):
    # 解释239: the counterclaim goes on.
    case, _ = join(desk, a_counterclaim(desk))
    withdraw(desk, case)
    serve_on_all(desk, case, issued(desk, case, "ruling_withdrawal_granted"), DAY, DAY)
    told = dates_of(desk.database, load_case(desk.database, case))
    assert told.effective_on is None and told.trial_limit == datetime.date(2026, 6, 20)


def test_preservation_is_ruled_on_in_five_days_carried_out_in_five_and_looked_at_again_in_five(desk):
    case = a_case(desk)
    issued(desk, case, "preservation_application", {"application": {"applicant": "张𬱖"}})
    # 保全4: five days from 20 March.
    assert run_in(desk, case, "T40") == [["", "2026-03-25", "保全4"]]
    told = {"preservation": {"applicant": "张𬱖", "before_suit": False}}
    ruling = issued(desk, case, "ruling_preservation", told, made_on="2026-03-23")
    # Five days from the 23rd end on Saturday the 28th: Monday the 30th.
    assert run_in(desk, case, "T40") == [["", "2026-03-30", "保全4"]]
    services.serve(desk, case, [ruling], "defendant", "direct", at=NEXT_WEEK)
    # 解释171: five days from Tuesday the 24th end on Sunday the 29th.
    assert run_in(desk, case, "T43") == [["李喆", "2026-03-30", "解释171"]] and not run_in(
        desk, case, "T43", "2026-03-31"
    )
    issued(desk, case, "assistance_notice", made_on="2026-03-24")
    assert run_in(desk, case, "T40") == run_in(desk, case, "T41") == []


def test_who_is_to_pay_in_advance_has_the_ruling_looked_at_once_more_within_five_days(desk):
    case = a_case(desk)
    serve(desk, case, "ruling_advance_execution", "defendant", NEXT_WEEK)
    # 民诉111; 解释171: five days from Tuesday the 24th end on Sunday the 29th, so Monday.
    assert run_in(desk, case, "T43") == [["李喆", "2026-03-30", "解释171"]]


def test_an_urgent_preservation_is_ruled_on_in_forty_eight_hours_and_carried_out_at_once(desk):
    """民诉103, 104, 85: received at five past nine on 20 March, the hours run from ten to ten on the 22nd, a Sunday."""
    for urgency, rule, article in (("urgent", "T40", "民诉103"), ("before_suit", "T41", "民诉104")):
        case = a_case(desk)
        told = {"applicant": "张𬱖", "urgency": urgency, "received_at": "2026-03-20T09:05:00+08:00"}
        issued(desk, case, "preservation_application", {"application": told})
        found = running(desk.database, load_case(desk.database, case), datetime.date(2026, 3, 21))
        (awaited,) = [one for one in found if one.rule == rule]
        assert awaited.moment.isoformat() == "2026-03-22T10:00:00+08:00"
        assert (awaited.until.isoformat(), awaited.article) == ("2026-03-22", article)
        ruled = {"preservation": {"applicant": "张𬱖", "before_suit": urgency == "before_suit"}}
        issued(desk, case, "ruling_preservation", ruled, made_on="2026-03-21")
        assert run_in(desk, case, "T40") == [["", "2026-03-21", article]]
        issued(desk, case, "assistance_notice", made_on="2026-03-21")
        assert run_in(desk, case, "T40") == []


def test_a_ruling_before_the_suit_is_carried_out_at_once_though_the_laptop_never_saw_the_application(desk):
    # 民诉104: 裁定采取保全措施的，应当立即开始执行.
    case = a_case(desk)
    told = {"preservation": {"applicant": "张𬱖", "before_suit": True}}
    issued(desk, case, "ruling_preservation", told, made_on="2026-03-23")
    assert run_in(desk, case, "T40") == [["", "2026-03-23", "民诉104"]]
    other = a_case(desk)
    issued(desk, other, "ruling_preservation", {"preservation": {"applicant": "张𬱖"}}, made_on="2026-03-23")
    # 保全4: five days from the 23rd end on Saturday the 28th, so Monday.
    assert run_in(desk, other, "T40") == [["", "2026-03-30", "保全4"]]


def test_who_had_property_preserved_before_suing_sues_within_thirty_days(desk):
    case = a_case(desk)
    told = {"preservation": {"applicant": "张𬱖", "before_suit": True}}
    issued(desk, case, "ruling_preservation", told, made_on="2026-03-23")
    issued(desk, case, "assistance_notice", made_on="2026-03-24")
    # 民诉104: thirty days from 24 March.
    assert run_in(desk, case, "T41") == [["张𬱖", "2026-04-23", "民诉104"]]


def test_the_thirty_days_to_sue_run_from_the_first_measures_of_that_preservation(desk):
    # 民诉104: measures that were taken before this ruling carried out another one.
    case = a_case(desk)
    issued(desk, case, "assistance_notice", made_on="2026-03-20")
    told = {"preservation": {"applicant": "张𬱖", "before_suit": True}}
    issued(desk, case, "ruling_preservation", told, made_on="2026-03-23")
    assert run_in(desk, case, "T41") == []
    for day in ("2026-03-23", "2026-03-26"):
        issued(desk, case, "assistance_notice", made_on=day)
    # Thirty days from 23 March.
    assert run_in(desk, case, "T41") == [["张𬱖", "2026-04-22", "民诉104"]]


def test_a_hearing_record_is_read_within_five_days_unless_all_have_signed(desk):
    case = a_case(desk)
    sitting = hearings.open_sitting(desk, case, opened_at="2026-03-20T09:40:00+08:00", place="村委会")
    hearings.close_sitting(desk, sitting, DAY)
    assert run_in(desk, case, "T48") == [["", "2026-03-25", "民诉150"]] and not run_in(desk, case, "T48", "2026-03-26")
    groups = [{"kind": "parties", "who": ["party:plaintiff", "party:defendant"]}, {"kind": "judge", "who": ["judge"]}]
    paper = issued(desk, case, "hearing_record", concerns=sitting, signers=groups)
    signed = {"paper": paper, "how": "wet", "before": "0" * 64, "scan": "attachment-1", "digest": "0" * 64}
    for ordinal, signer in enumerate(("party:plaintiff", "party:defendant")):
        assert run_in(desk, case, "T48")
        told = {**signed, "signer": signer, "ordinal": ordinal}
        desk.record("signing.scanned", desk.new_id("signature"), told, case=case)
    assert run_in(desk, case, "T48") == []


def test_a_witness_reads_the_record_too_and_that_of_one_hearing_is_not_read_in_anothers(desk):
    # 民诉150: 当事人和其他诉讼参与人.
    case, sittings = a_case(desk), []
    for day in ("2026-03-20", "2026-03-23"):
        sittings.append(hearings.open_sitting(desk, case, opened_at=f"{day}T09:40:00+08:00", place="村委会"))
        hearings.close_sitting(desk, sittings[-1], f"{day}T16:00:00+08:00")
    # Five days from the 20th, and from Monday the 23rd to Saturday the 28th, so Monday.
    both = [["", "2026-03-25", "民诉150"], ["", "2026-03-30", "民诉150"]]
    assert run_in(desk, case, "T48", "2026-03-24") == both
    groups = [{"kind": "parties", "who": ["party:plaintiff"]}, {"kind": "present", "who": ["present:witness-1"]}]
    paper = issued(desk, case, "hearing_record", concerns=sittings[1], signers=groups)
    signed = {"paper": paper, "how": "wet", "before": "0" * 64, "scan": "attachment-1", "digest": "0" * 64}
    for ordinal, (signer, left) in enumerate((("party:plaintiff", both), ("present:witness-1", both[:1]))):
        told = {**signed, "signer": signer, "ordinal": ordinal}
        desk.record("signing.scanned", desk.new_id("signature"), told, case=case)
        assert run_in(desk, case, "T48", "2026-03-24") == left


def test_who_did_not_come_leaves_no_record_to_read(desk):
    case = a_case(desk)
    absence(desk, case)
    assert run_in(desk, case, "T48") == []


def test_what_a_party_has_to_correct_is_due_on_the_day_of_the_notice(desk):
    case = a_case(desk)
    issued(desk, case, "correction_notice", {"told": ["张𬱖"], "items": ["被告住址"], "until": "2026-03-30"})
    assert run_in(desk, case, "T02") == [["张𬱖", "2026-03-30", "立案7"]] and not run_in(
        desk, case, "T02", "2026-03-31"
    )


def test_only_the_latest_notice_of_what_to_correct_runs(desk):
    case = a_case(desk)
    for until in ("2026-03-30", "2026-04-02"):
        issued(desk, case, "correction_notice", {"told": ["张𬱖"], "items": ["被告住址"], "until": until})
    assert run_in(desk, case, "T02") == [["张𬱖", "2026-04-02", "立案7"]]


def test_a_public_notice_has_served_after_thirty_days(desk):
    case = a_case(desk, "ordinary")
    services.serve(desk, case, [issued(desk, case, "notice_to_respond")], "defendant", "public", at=DAY)
    # Thirty days from 20 March end on Sunday 19 April: Monday the 20th (民诉95).
    assert run_in(desk, case, "T38") == [["李喆", "2026-04-20", "民诉95"]]
    # The fifteen days to answer run from then on: to Tuesday 5 May, a holiday, so Wednesday the 6th.
    assert run_in(desk, case, "T05") == [["李喆", "2026-05-06", "民诉128"]]


def test_only_a_public_notice_is_waited_for(desk):
    case = a_case(desk)
    serve(desk, case, "notice_to_respond", "defendant")
    assert run_in(desk, case, "T38", "2026-03-20") == []


def test_what_was_promised_in_steps_is_executed_on_application_within_two_years_of_the_last(desk):
    case = a_case(desk)
    agree(desk, case)
    steps = [{"by": "2026-04-30", "how": "现金"}, {"by": "2026-06-30", "how": "现金"}]
    issued(desk, case, "performance_plan", {"promisor": "defendant", "steps": steps})
    # 民诉250¶2: 30 June 2028 is a Friday.
    assert run_in(desk, case, "T50") == [["", "2028-06-30", "民诉250"]]


def test_a_divorce_that_counts_as_withdrawn_is_not_brought_again_for_six_months(desk):
    case = a_case(desk, cause="离婚纠纷", claims=[{"kind": "divorce", "text": "判令离婚"}])
    deem_withdrawn(desk, case)
    # 解释214: six months from 27 March end on Sunday 27 September, Mid-Autumn rest; the 28th is a working day.
    assert run_in(desk, case, "T51", "2026-03-30") == [["张𬱖", "2026-09-28", "解释214"]]
    assert run_in(desk, case, "T51", "2026-09-28") and not run_in(desk, case, "T51", "2026-09-29")


def test_a_divorce_withdrawn_while_a_counterclaim_goes_on_is_barred_from_its_own_ruling(desk):
    # 解释214, 239: six months from 20 March end on Sunday 20 September, a working day by the calendar.
    case = a_case(desk, cause="离婚纠纷", claims=[DIVORCE])
    join(desk, (case, take_counterclaim(desk, case, **COUNTER)))
    withdraw(desk, case)
    assert load_case(desk.database, case).closed is None
    assert run_in(desk, case, "T51") == [["张𬱖", "2026-09-20", "解释214"]]
