"""An appeal against a judgment or a ruling: who, in what form, in time or late, and what it does to the effect.

20 March 2026 is a Friday. Fifteen days from the 20th end on Saturday 4 April, Ching Ming to the 6th: Tuesday the 7th.
Fifteen days from the 24th end on Wednesday 8 April.
"""

from __future__ import annotations

import datetime

import pytest

from app.archive.purge import purge_case
from app.cases.appeals import appeals_of, fee_of_appeal
from app.cases.court import read_court
from app.cases.store import load_case
from app.documents.fonts import FontSet
from app.documents.service import issue
from app.service.appeals import (
    answer_appeal,
    bring_appeal,
    note_appeal_fee,
    note_higher_court,
    withdraw_appeal,
)
from app.service.deadlines import dates_of, running
from support.acts import (
    APPEAL,
    a_counterclaim,
    a_judged_case,
    a_paper_of,
    an_appeal,
    an_appeal_sent_up,
    announce,
    appeal,
    services,
)
from support.desks import code_of
from support.village import (
    DEFENDANT,
    JOINER,
    PLAINTIFF,
    Officer,
    a_case,
    as_judge,
    hand_over,
    know_each_other,
    new_desk,
    told_rows,
)

MARCH = "2026-03-24T16:00:00+08:00"


def effective_on(desk, case):
    day = dates_of(desk.database, load_case(desk.database, case)).effective_on
    return day and day.isoformat()


def rules(desk, case, on):
    held = load_case(desk.database, case)
    return {one.rule for one in running(desk.database, held, datetime.date.fromisoformat(on))}


def the_appeal(desk, case):
    return appeals_of(desk.database, case)[-1]


def test_an_appeal_in_time_keeps_the_judgment_from_taking_effect(desk):
    case, paper = a_judged_case(desk)
    # The day after the last party's period, and six months from it to ask for a retrial (民诉158, 216).
    assert effective_on(desk, case) == "2026-04-09" and "T52" in rules(desk, case, "2026-04-10")
    bring_appeal(desk, case, paper=paper, **{**APPEAL, "at": "2026-04-08T17:00:00+08:00"})
    told = dates_of(desk.database, load_case(desk.database, case))
    assert (told.effective_on, told.appealed) == (None, True) and "民诉158" in told.articles
    # Nor is the file filed away that goes to the higher court.
    assert not {"T52", "T55"} & rules(desk, case, "2026-04-10")


def test_one_of_several_parties_keeps_it_from_taking_effect_for_all(desk):
    case, paper = a_judged_case(desk, parties=[PLAINTIFF, DEFENDANT, JOINER])
    assert effective_on(desk, case) == "2026-04-09"
    bring_appeal(desk, case, paper=paper, **{**APPEAL, "by": "defendant-2"})
    assert effective_on(desk, case) is None
    assert the_appeal(desk, case).against == ("plaintiff",)


def test_who_appeals_says_against_whom_be_it_one_on_his_own_side(desk):
    case, paper = a_judged_case(desk, parties=[PLAINTIFF, DEFENDANT, JOINER])
    bring_appeal(desk, case, paper=paper, **{**APPEAL, "by": "defendant-2", "against": ["defendant-1"]})
    assert the_appeal(desk, case).against == ("defendant-1",)
    case, paper = a_judged_case(desk, parties=[PLAINTIFF, DEFENDANT])
    bring_appeal(desk, case, paper=paper, **{**APPEAL, "by": "plaintiff", "at": "2026-04-03T10:00:00+08:00"})
    assert the_appeal(desk, case).against == ("defendant",)


def test_each_party_has_its_own_last_day(desk):
    case, paper = a_judged_case(desk)
    late = {**APPEAL, "at": "2026-04-08T10:00:00+08:00", "by": "plaintiff"}
    # 解释244: the plaintiff's was 7 April, the defendant's is the 8th.
    assert code_of(bring_appeal, desk, case, paper=paper, **late) == "appeal_is_late"
    bring_appeal(desk, case, paper=paper, **{**late, "by": "defendant"})


def test_what_was_posted_in_time_is_in_time(desk):
    case, paper = a_judged_case(desk)
    told = {**APPEAL, "at": "2026-04-11T10:00:00+08:00"}
    assert code_of(bring_appeal, desk, case, paper=paper, posted_on="2026-04-12", **told) == "posted_after_receipt"
    assert code_of(bring_appeal, desk, case, paper=paper, posted_on="2026-04-09", **told) == "appeal_is_late"
    bring_appeal(desk, case, paper=paper, posted_on="2026-04-08", **told)
    assert effective_on(desk, case) is None


def test_a_late_appeal_is_taken_knowingly_and_stops_nothing(desk):
    case, paper = a_judged_case(desk)
    late = {**APPEAL, "at": "2026-04-09T09:00:00+08:00"}
    rows = told_rows(desk.database)
    assert code_of(bring_appeal, desk, case, paper=paper, **late) == "appeal_is_late"
    assert told_rows(desk.database) == rows
    bring_appeal(desk, case, paper=paper, late=True, **late)
    assert effective_on(desk, case) == "2026-04-09"


def test_who_was_kept_from_it_asks_for_more_time_within_ten_days_of_the_obstacles_end(desk):
    case, paper = a_judged_case(desk)
    flood = {"ground": "山洪断路", "ended_on": "2026-04-10"}
    # Ten days from Friday 10 April end on Monday the 20th (民诉86).
    late = {**APPEAL, "at": "2026-04-21T09:00:00+08:00"}
    assert code_of(bring_appeal, desk, case, paper=paper, extension=flood, **late) == "extension_asked_late"
    late["at"] = "2026-04-20T09:00:00+08:00"
    none = {**flood, "ground": " "}
    assert code_of(bring_appeal, desk, case, paper=paper, extension=none, **late) == "field_missing"
    bring_appeal(desk, case, paper=paper, extension=flood, **late)
    assert effective_on(desk, case) is None
    a_paper_of(desk, case, "appeal_transfer_letter", "2026-05-11")
    told = {"how": "late", "at": "2026-06-01", "number": "（2026）鲁03民终15号"}
    note_higher_court(desk, case, the_appeal(desk, case).record, **told)
    assert effective_on(desk, case) == "2026-04-09"


@pytest.mark.parametrize(
    "changes, code",
    [
        ({"written": False}, "appeal_not_in_writing"),
        ({"request": " "}, "field_missing"),
        ({"reasons": ""}, "field_missing"),
        ({"amount": None}, "amount_missing"),
        ({"amount": "0"}, "amount_zero"),
        ({"by": "ghost"}, "unknown_party"),
        ({"against": ["defendant"]}, "appeal_against_itself"),
        ({"against": ["ghost"]}, "unknown_party"),
        ({"at": "2026-03-19T10:00:00+08:00"}, "appeal_before_paper"),
    ],
)
def test_what_is_no_appeal_is_refused(desk, changes, code):
    case, paper = a_judged_case(desk)
    before = told_rows(desk.database)
    assert code_of(bring_appeal, desk, case, paper=paper, **{**APPEAL, **changes}) == code
    assert told_rows(desk.database) == before


def test_no_appeal_lies_against_a_final_paper_or_a_notice(desk):
    case = a_case(desk, "small_claims")
    announce(desk, case)
    # 民诉165: one instance; 民诉157: only three rulings.
    for document, code in (
        ("civil_judgment_brief", "no_appeal_lies"),
        ("civil_mediation_statement", "no_appeal_lies"),
        ("ruling_withdrawal_granted", "no_appeal_lies"),
        ("acceptance_notice", "document_without_appeal"),
    ):
        paper = a_paper_of(desk, case, document)
        assert code_of(bring_appeal, desk, case, paper=paper, **APPEAL) == code
    other, _ = a_judged_case(desk)
    assert code_of(bring_appeal, desk, other, paper=paper, **APPEAL) == "unknown_paper"


def test_an_agent_appeals_with_the_power_to(desk):
    agent = {"for": "defendant", "name": "冯律", "authority": "special", "powers": ["和解"]}
    case, paper = a_judged_case(desk, agents=[agent])
    told = {**APPEAL, "by": "defendant_agent"}
    assert code_of(bring_appeal, desk, case, paper=paper, **told) == "special_power_missing"
    case, paper = a_judged_case(desk, agents=[{**agent, "powers": ["提起上诉"]}])
    bring_appeal(desk, case, paper=paper, **told)
    assert (the_appeal(desk, case).by, the_appeal(desk, case).against) == ("defendant", ("plaintiff",))


def test_a_party_appeals_a_paper_once_while_its_appeal_stands(desk):
    told = a_judged_case(desk)
    case, record = appeal(desk, told)
    assert code_of(bring_appeal, desk, case, paper=told[1], **APPEAL) == "already_appealed"
    # 解释315: both sides may.
    bring_appeal(desk, case, paper=told[1], **{**APPEAL, "by": "plaintiff"})
    withdraw_appeal(desk, case, record, by="defendant", at="2026-04-07T11:00:00+08:00")
    bring_appeal(desk, case, paper=told[1], **APPEAL)


def test_an_appeal_against_a_ruling_touches_only_the_ruling(desk):
    case = a_case(desk)
    ruling = a_paper_of(desk, case, "ruling_jurisdiction_objection")
    services.serve(desk, case, [ruling], "defendant", "direct", at=MARCH)
    # Ten days from 24 March: 3 April.
    told = {**APPEAL, "at": "2026-04-04T10:00:00+08:00", "amount": None}
    assert code_of(bring_appeal, desk, case, paper=ruling, **told) == "appeal_is_late"
    bring_appeal(desk, case, paper=ruling, **{**told, "at": "2026-04-03T10:00:00+08:00"})
    announce(desk, case)
    paper = a_paper_of(desk, case, "civil_judgment_simplified")
    for party in ("plaintiff", "defendant"):
        services.serve(desk, case, [paper], party, "direct", at=MARCH)
    assert effective_on(desk, case) == "2026-04-09"


def test_a_withdrawn_appeal_lets_the_judgment_take_effect(desk):
    case, record = an_appeal(desk)
    assert code_of(withdraw_appeal, desk, case, record, by="plaintiff", at=MARCH) == "not_their_appeal"
    withdraw_appeal(desk, case, record, by="defendant", at="2026-04-15T10:00:00+08:00", reason="和解")
    # The 15th is later than the day after the last period, the 9th.
    assert effective_on(desk, case) == "2026-04-15"
    told = dates_of(desk.database, load_case(desk.database, case))
    assert not told.appealed and "民诉180" in told.articles
    assert code_of(withdraw_appeal, desk, case, record, by="defendant", at=MARCH) == "appeal_has_ended"
    assert code_of(withdraw_appeal, desk, case, "x", by="defendant", at=MARCH) == "unknown_appeal"


def test_an_agent_withdraws_it_with_the_power_to_appeal(desk):
    agent = {"for": "defendant", "name": "冯律", "authority": "special", "powers": ["和解"]}
    case, record = appeal(desk, a_judged_case(desk, agents=[agent]))
    told = {"by": "defendant_agent", "at": "2026-04-15T10:00:00+08:00"}
    assert code_of(withdraw_appeal, desk, case, record, **told) == "special_power_missing"
    able = a_judged_case(desk, agents=[{**agent, "powers": ["提起上诉"]}])
    case, record = appeal(desk, able)
    withdraw_appeal(desk, case, record, **told)
    assert effective_on(desk, case) == "2026-04-15"


def test_one_withdrawn_while_the_period_ran_delays_nothing(desk):
    case, record = an_appeal(desk)
    withdraw_appeal(desk, case, record, by="defendant", at="2026-04-07T11:00:00+08:00")
    assert effective_on(desk, case) == "2026-04-09"


def test_one_that_went_up_is_the_higher_courts(desk):
    case, record = an_appeal(desk)
    told = {"how": "withdrawal_granted", "at": "2026-05-20", "number": "（2026）鲁03民终15号"}
    assert code_of(note_higher_court, desk, case, record, **told) == "appeal_not_sent_up"
    a_paper_of(desk, case, "appeal_transfer_letter", "2026-04-28")
    assert code_of(withdraw_appeal, desk, case, record, by="defendant", at=MARCH) == "appeal_sent_up"
    assert code_of(note_higher_court, desk, case, record, **{**told, "how": "won"}) == "unknown_choice"
    assert code_of(note_higher_court, desk, case, record, **{**told, "number": " "}) == "field_missing"
    note_higher_court(desk, case, record, **told)
    assert effective_on(desk, case) == "2026-05-20"


@pytest.mark.parametrize("how", ["withdrawal_granted", "deemed_withdrawn"])
def test_however_an_appeal_was_withdrawn_above_the_judgment_takes_effect_with_the_last_service(desk, how):
    # 民诉180; 解释318: by its ruling, or because the appellant did not pay or come.
    case, record = an_appeal_sent_up(desk)
    note_higher_court(desk, case, record, how=how, at="2026-05-20", number="（2026）鲁03民终15号")
    assert effective_on(desk, case) == "2026-05-20"


def test_an_appeal_is_brought_on_the_day_of_the_judgment_and_by_who_receives_papers(desk):
    # 民诉171: fifteen days is the latest, not the earliest.
    for role in ("judge", "assistant_judge", "clerk", "filing_officer"):
        case, paper = a_judged_case(desk)
        receiving = desk.acting_as(Officer("o-1", "某", role))
        bring_appeal(receiving, case, paper=paper, **{**APPEAL, "at": "2026-03-20T17:00:00+08:00"})
        assert effective_on(desk, case) is None


def test_nobody_else_takes_or_ends_an_appeal(desk):
    case, record = an_appeal_sent_up(desk)
    stranger = desk.acting_as(Officer("x", "某", "administrator"))
    told = a_judged_case(desk)
    assert code_of(bring_appeal, stranger, told[0], paper=told[1], **APPEAL) == "role_not_permitted"
    assert code_of(withdraw_appeal, stranger, case, record, by="defendant", at=MARCH) == "role_not_permitted"
    answer = {"by": "plaintiff", "at": "2026-04-20T10:00:00+08:00"}
    assert code_of(answer_appeal, stranger, case, record, **answer) == "role_not_permitted"
    decided = {"how": "decided", "at": "2026-07-20", "number": "（2026）鲁03民终15号"}
    assert code_of(note_higher_court, stranger, case, record, **decided) == "role_not_permitted"


def test_a_file_that_went_up_before_an_appeal_came_did_not_go_up_with_it(desk):
    case, paper = a_judged_case(desk)
    bring_appeal(desk, case, paper=paper, **{**APPEAL, "by": "plaintiff", "at": "2026-04-03T10:00:00+08:00"})
    a_paper_of(desk, case, "appeal_transfer_letter", "2026-04-07")
    record = bring_appeal(desk, case, paper=paper, **{**APPEAL, "at": "2026-04-08T10:00:00+08:00"})
    decided = {"how": "decided", "at": "2026-07-20", "number": "（2026）鲁03民终15号"}
    assert code_of(note_higher_court, desk, case, record, **decided) == "appeal_not_sent_up"
    withdraw_appeal(desk, case, record, by="defendant", at="2026-04-09T10:00:00+08:00")


def test_what_the_higher_court_decided_itself_leaves_the_first_judgment_without_effect(desk):
    case, record = an_appeal_sent_up(desk)
    note_higher_court(desk, case, record, how="decided", at="2026-07-20", number="（2026）鲁03民终15号")
    assert effective_on(desk, case) is None
    # 民诉182 as numbered since 2021: the judgment of the second instance is final.
    assert "民诉182" in dates_of(desk.database, load_case(desk.database, case)).articles


def test_no_certificate_of_effect_while_an_appeal_stands(desk):
    case, record = an_appeal(desk)
    for document in ("effectiveness_certificate", "execution_transfer_letter"):
        told = {"made_on": "2026-04-20", "fonts": FontSet.find()}
        assert code_of(issue, as_judge(desk), case, document, {}, **told) == "judgment_is_appealed"
    withdraw_appeal(desk, case, record, by="defendant", at="2026-04-15T10:00:00+08:00")
    assert code_of(issue, as_judge(desk), case, document, {}, **told) == "blank_missing"


def test_the_others_answer_once_each(desk):
    case, record = an_appeal(desk)
    at = "2026-04-20T10:00:00+08:00"
    assert code_of(answer_appeal, desk, case, record, by="defendant", at=at) == "only_the_others_answer"
    answer_appeal(desk, case, record, by="plaintiff", at=at)
    assert [(answer.by, answer.at) for answer in the_appeal(desk, case).answers] == [("plaintiff", at)]
    assert code_of(answer_appeal, desk, case, record, by="plaintiff", at=at) == "appeal_already_answered"


def test_an_appeal_costs_what_is_appealed_against_and_is_not_halved(desk):
    case, _ = an_appeal(desk)
    court, held = read_court(desk.database), load_case(desk.database, case)
    # 费用13(一), 17: 50 on the first 10,000 and 2.5 % of the other 10,000 of 20,000.
    fee = fee_of_appeal(court, held, "civil_judgment_simplified", "20000.00")
    assert (str(fee.due), fee.halved, fee.articles[-1]) == ("300.00", False, "费用17")
    # 费用8(三).
    assert fee_of_appeal(court, held, "ruling_case_dismissed", None) is None
    divorce = load_case(desk.database, a_case(desk, claims=[{"kind": "divorce", "text": "判令离婚"}]))
    assert str(fee_of_appeal(court, divorce, "civil_judgment_simplified", None).due) == "300.00"


def test_its_fee_is_noted_and_a_rulings_has_none(desk):
    case, record = an_appeal(desk)
    assert code_of(note_appeal_fee, desk, case, record, how="x", at="2026-04-08") == "unknown_choice"
    note_appeal_fee(desk, case, record, how="relief_asked", at="2026-04-07")
    assert the_appeal(desk, case).fee["how"] == "relief_asked"
    note_appeal_fee(desk, case, record, how="paid", at="2026-04-08", ticket_no="001")
    assert the_appeal(desk, case).fee == {"how": "paid", "at": "2026-04-08"}
    other = a_case(desk)
    ruling = a_paper_of(desk, other, "ruling_case_dismissed")
    free = bring_appeal(desk, other, paper=ruling, **{**APPEAL, "by": "plaintiff", "amount": None})
    assert code_of(note_appeal_fee, desk, other, free, how="paid", at="2026-04-08") == "appeal_costs_nothing"


def test_a_purged_case_leaves_nothing_of_its_appeal(desk):
    case, record = an_appeal(desk)
    answer_appeal(desk, case, record, by="plaintiff", at="2026-04-20T10:00:00+08:00")
    purge_case(as_judge(desk), case, lambda _entries, _files: True)
    rows = told_rows(desk.database)
    assert rows["appeal"] == [] and rows["appeal_answer"] == []


def test_two_laptops_that_end_it_differently_disagree_until_a_person_picks(tmp_path):
    desk, other = new_desk(tmp_path / "a"), new_desk(tmp_path / "b", 2)
    know_each_other(desk, other)
    case, record = an_appeal(desk)
    hand_over(desk, other)
    for laptop, day in ((desk, "14"), (other, "15")):
        withdraw_appeal(laptop, case, record, by="defendant", at=f"2026-04-{day}T10:00:00+08:00")
    hand_over(desk, other)
    hand_over(other, desk)
    (rival,) = desk.told(record).rivals
    assert rival.field == "outcome"
    desk.decide(record, "outcome", next(value for value in rival.values if value["at"].startswith("2026-04-15")))
    hand_over(desk, other)
    assert effective_on(other, case) == "2026-04-15"
    assert told_rows(desk.database) == told_rows(other.database)


def test_only_who_brought_a_counterclaim_appeals_the_ruling_that_it_is_not_taken(desk):
    case, counterclaim = a_counterclaim(desk)
    ruling = a_paper_of(desk, case, "ruling_counterclaim_not_accepted", concerns=counterclaim)
    services.serve(desk, case, [ruling], "defendant", "direct", at=MARCH)
    told = {**APPEAL, "at": "2026-04-03T10:00:00+08:00", "amount": None}
    refused = code_of(bring_appeal, desk, case, paper=ruling, **{**told, "by": "plaintiff"})
    assert refused == "only_who_brought_it_appeals"
    bring_appeal(desk, case, paper=ruling, **told)


def test_of_two_papers_of_one_kind_each_has_its_own_days(desk):
    case = a_case(desk)
    first = a_paper_of(desk, case, "ruling_jurisdiction_objection")
    second = a_paper_of(desk, case, "ruling_jurisdiction_objection", "2026-04-01")
    services.serve(desk, case, [first], "defendant", "direct", at=MARCH)
    services.serve(desk, case, [second], "defendant", "direct", at="2026-04-01T16:00:00+08:00")
    # Ten days from Wednesday 1 April end on Saturday the 11th: Monday the 13th.
    told = {**APPEAL, "at": "2026-04-13T10:00:00+08:00", "amount": None}
    assert code_of(bring_appeal, desk, case, paper=first, **told) == "appeal_is_late"
    bring_appeal(desk, case, paper=second, **told)
