"""Service by another court: ten days from its receipt of the letter, until its certificate is back (解释134)."""

from __future__ import annotations

import datetime

from app.cases.store import load_case
from app.service.deadlines import running
from app.service.entrusted import note_letter_received, note_returned
from app.service.store import entrustments_of
from support.acts import a_letter_received, a_letter_to_another_court, a_paper_of
from support.desks import code_of
from support.village import Officer, a_case, told_rows

AT = "2026-03-24T10:00:00+08:00"
BACK = "2026-04-07T10:00:00+08:00"


def entrusted(desk, case, on):
    found = running(desk.database, load_case(desk.database, case), datetime.date.fromisoformat(on))
    return [(one.whose, one.until.isoformat(), one.article) for one in found if one.rule == "T39"]


def test_nothing_runs_before_the_other_court_has_the_letter(desk):
    case, _ = a_letter_to_another_court(desk)
    assert entrusted(desk, case, "2026-03-25") == []


def test_it_serves_in_ten_days_and_is_waited_for_past_them(desk):
    case, letter = a_letter_received(desk)
    # Ten days from 24 March: Friday 3 April.
    due = [("李喆", "2026-04-03", "解释134")]
    assert entrusted(desk, case, "2026-03-25") == due == entrusted(desk, case, "2026-05-25")
    note_returned(desk, case, letter, result="not_served", at=BACK)
    assert entrusted(desk, case, "2026-05-25") == []
    (held,) = entrustments_of(desk.database, case)
    assert (held.to, held.result, held.returned_at) == ("山东省济南市历下区人民法院", "not_served", BACK)


def test_only_a_letter_of_the_case_is_received_and_only_once(desk):
    case, letter = a_letter_to_another_court(desk)
    other = a_paper_of(desk, case, "summons")
    assert code_of(note_letter_received, desk, case, other, at=AT) == "unknown_paper"
    assert code_of(note_letter_received, desk, a_case(desk), letter, at=AT) == "unknown_paper"
    note_letter_received(desk, case, letter, at=AT)
    assert code_of(note_letter_received, desk, case, letter, at=AT) == "entrustment_received_already"


def test_what_comes_back_was_received_before_and_comes_once(desk):
    case, letter = a_letter_to_another_court(desk)
    assert code_of(note_returned, desk, case, letter, result="served", at=BACK) == "entrustment_not_received"
    note_letter_received(desk, case, letter, at=AT)
    before = told_rows(desk.database)
    assert code_of(note_returned, desk, case, letter, result="lost", at=BACK) == "unknown_choice"
    early = "2026-03-23T10:00:00+08:00"
    assert code_of(note_returned, desk, case, letter, result="served", at=early) == "returned_before_received"
    assert told_rows(desk.database) == before
    note_returned(desk, case, letter, result="served", at=BACK)
    assert code_of(note_returned, desk, case, letter, result="served", at=BACK) == "entrustment_returned_already"


def test_each_letter_has_its_own_ten_days_and_its_own_certificate(desk):
    case, first = a_letter_received(desk)
    told = {"letter": {"to": "河北省兴隆县人民法院", "recipient": "plaintiff"}}
    second = a_paper_of(desk, case, "service_entrustment_letter", blanks=told)
    note_letter_received(desk, case, second, at="2026-03-26T10:00:00+08:00")
    # Ten days from Thursday 26 March end on Sunday 5 April, Ching Ming to the 6th: Tuesday the 7th.
    both = [("李喆", "2026-04-03", "解释134"), ("张𬱖", "2026-04-07", "解释134")]
    assert entrusted(desk, case, "2026-03-27") == both
    note_returned(desk, case, second, result="served", at=BACK)
    assert entrusted(desk, case, "2026-04-08") == both[:1]
    note_returned(desk, case, first, result="served", at=AT)


def test_only_an_officer_of_the_case_notes_them_and_at_a_moment_that_can_be_read(desk):
    case, letter = a_letter_to_another_court(desk)
    stranger = desk.acting_as(Officer("x", "某", "administrator"))
    assert code_of(note_letter_received, stranger, case, letter, at=AT) == "role_not_permitted"
    assert code_of(note_letter_received, desk, case, letter, at="昨天") == "date_malformed"
    note_letter_received(desk, case, letter, at=AT)
    assert code_of(note_returned, stranger, case, letter, result="served", at=BACK) == "role_not_permitted"
