"""按撤诉处理: a summons or a notice of the fee that arrived, and its time gone by, counted by hand."""

import datetime

import pytest

from app.errors import NeedsCorrection
from app.rules.calendar import known_calendar
from app.rules.deemed_withdrawal import deemed_withdrawn

DAY = datetime.date(2026, 3, 20)


def on(day: int, month: int = 3) -> datetime.date:
    return datetime.date(2026, month, day)


def refused(ground: str, procedure: str, notified_on: datetime.date | None, day: datetime.date) -> NeedsCorrection:
    with pytest.raises(NeedsCorrection) as found:
        deemed_withdrawn(ground, procedure, notified_on, day, known_calendar())
    return found.value


def test_who_does_not_come_although_summoned_counts_as_withdrawing() -> None:
    assert deemed_withdrawn("absent", "simplified", on(19), DAY, known_calendar()) == "民诉146"
    # 民诉139, 解释227: three days before the hearing of 20 March is 17 March.
    assert deemed_withdrawn("absent", "ordinary", on(17), DAY, known_calendar()) == "民诉146"
    late = refused("absent", "ordinary", on(18), DAY)
    assert (late.code, late.details["latest"]) == ("summons_too_late", "2026-03-17")


@pytest.mark.parametrize("day", [None, on(21)])
def test_without_a_summons_nobody_is_held_to_be_absent(day: datetime.date | None) -> None:
    assert refused("absent", "simplified", day, DAY).code == "summons_not_served"


def test_leaving_the_court_without_leave_needs_no_summons() -> None:
    assert deemed_withdrawn("left", "ordinary", None, DAY, known_calendar()) == "民诉146"


def test_who_applied_to_confirm_and_does_not_come_to_be_asked_has_withdrawn_the_application() -> None:
    # 解释357 ¶2; it has no fee that could stay unpaid (费用8).
    assert deemed_withdrawn("absent", "special", on(19), DAY, known_calendar()) == "解释357"
    assert refused("unpaid", "special", on(1), DAY).code == "deemed_ground_unknown"


def test_a_fee_unpaid_counts_only_when_its_seven_days_are_over() -> None:
    # 费用22: seven days from 20 March end on Friday 27 March.
    assert refused("unpaid", "simplified", DAY, on(27)).details["until"] == "2026-03-27"
    assert deemed_withdrawn("unpaid", "simplified", DAY, on(28), known_calendar()) == "解释213"
    # Seven days from 29 March end on Sunday 5 April, in the Qingming holiday: Tuesday 7 April (民诉85).
    assert refused("unpaid", "simplified", on(29), on(7, 4)).code == "fee_period_runs"
    assert deemed_withdrawn("unpaid", "simplified", on(29), on(8, 4), known_calendar()) == "解释213"
    assert refused("unpaid", "simplified", None, DAY).code == "fee_notice_not_served"
    # 解释199: the rest, within seven days of its notice.
    assert refused("top_up_unpaid", "ordinary", DAY, on(27)).code == "fee_period_runs"
    assert deemed_withdrawn("top_up_unpaid", "ordinary", DAY, on(28), known_calendar()) == "解释199"


def test_no_other_ground_is_known() -> None:
    assert refused("tired", "simplified", DAY, DAY).code == "deemed_ground_unknown"
