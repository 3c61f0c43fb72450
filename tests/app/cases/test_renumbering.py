"""A voided number is never used again, the ledger says why, and the case goes on under the next one."""

from __future__ import annotations

from app.cases import service as cases
from app.cases.numbers import ledger, renumber_case, void_number
from app.cases.store import case_of_number, load_case
from support.desks import code_of
from support.village import a_case, as_judge

FIRST, SECOND, THIRD = (f"（2026）鲁0302民初{number}号" for number in (1501, 1502, 1503))


def states(desk):
    return [(line.number, line.state, line.reason) for line in ledger(desk.database, "鲁0302", "民初", 2026)[:3]]


def test_a_case_gets_the_next_number_and_the_old_one_is_explained(desk):
    case = a_case(desk)
    assert renumber_case(as_judge(desk), case, "与另案重号") == SECOND
    held = load_case(desk.database, case)
    assert (held.number, held.fields["former_numbers"]) == (SECOND, [FIRST])
    assert states(desk) == [
        (FIRST, "voided", f"与另案重号，改为{SECOND}"),
        (SECOND, "used", None),
        (THIRD, "free", None),
    ]
    assert case_of_number(desk.database, FIRST) is None
    assert load_case(desk.database, a_case(desk)).number == THIRD


def test_a_number_of_another_block_is_left_to_the_court(desk):
    case = a_case(desk)
    desk.record("case.renumbered", case, {"number": "（2026）鲁0302民初7号"}, case=case)
    assert renumber_case(as_judge(desk), case, "重号") == FIRST
    assert [state for _, state, _ in states(desk)] == ["used", "free", "free"]


def test_renumbering_wants_a_reason_a_judge_and_an_open_case(desk):
    case = a_case(desk)
    assert code_of(renumber_case, as_judge(desk), case, "  ") == "reason_missing"
    assert code_of(renumber_case, desk, case, "重号") == "role_not_permitted"
    cases.close_case(as_judge(desk), case, "mediated", "2026-03-20")
    assert code_of(renumber_case, as_judge(desk), case, "重号") == "case_is_closed"
    assert code_of(void_number, desk, "鲁0302", "民初", 2026, 1502, " ") == "reason_missing"
