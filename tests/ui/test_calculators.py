"""Each calculator of 诉讼费与期限计算 by itself: what it answers, by which article, and what it refuses."""

from __future__ import annotations

from typing import Any, TypeVar

import pytest

from app.rules.interest import parse_lpr
from ui.rules.calculator import Calculator
from ui.rules.fees import AfterFee, Application, SuitFee
from ui.rules.interest import Interests
from ui.rules.periods import Periods

Kind = TypeVar("Kind", bound=Calculator)


def shown(made: Kind, qtbot: Any) -> Kind:
    qtbot.addWidget(made)
    made.use_court({})
    made.show()
    return made


@pytest.fixture
def suit(qtbot: Any) -> SuitFee:
    return shown(SuitFee(), qtbot)


@pytest.fixture
def application(qtbot: Any) -> Application:
    return shown(Application(), qtbot)


@pytest.fixture
def after(qtbot: Any) -> AfterFee:
    return shown(AfterFee(), qtbot)


@pytest.fixture
def periods(qtbot: Any) -> Periods:
    return shown(Periods(), qtbot)


@pytest.fixture
def interests(qtbot: Any) -> Interests:
    return shown(Interests(), qtbot)


def test_interest_follows_each_change_of_the_lpr(interests: Interests) -> None:
    """36000 yuan from 2024-10-01: 20 days at 3.35 %, 211 at 3.10 %, 12 at 3.00 %, worked out by hand."""
    interests.form.set_values({"principal": "36000", "way": "lpr", "start": "2024-10-01", "end": "2025-06-01"})
    interests.refresh()
    # 36000 × (3.35 × 20 + 3.10 × 211 + 3.00 × 12) ÷ 36500 = 746.73…
    assert interests.answer.text() == "利息 746.73 元，共 243 日"
    assert "2024-10-21 至 2025-05-20：211 日，年利率 3.1%" in interests.steps.text()


def test_an_agreed_rate_is_counted_as_it_is_typed(interests: Interests, qtbot: Any) -> None:
    for name, text in (("principal", "36000"), ("rate", "3.1"), ("start", "2025-03-02"), ("end", "2026-03-20")):
        qtbot.keyClicks(interests.form.blanks[name], text)
    # 36000 × 3.1 % × 383 ÷ 365 = 1171.04…, the 1171 yuan that the samples claim.
    assert interests.answer.text() == "利息 1171.04 元，共 383 日"


def test_a_private_loan_bears_no_more_than_four_times_the_lpr(interests: Interests) -> None:
    interests.form.set_values(
        {
            "principal": "10000",
            "way": "loan",
            "rate": "24",
            "contract_on": "2024-03-01",
            "start": "2024-03-01",
            "end": "2025-03-01",
        }
    )
    interests.refresh()
    # Four times 3.45 % is 13.8 %: 10000 × 13.8 % × 365 ÷ 365.
    assert interests.answer.text() == "利息 1380.00 元，共 365 日"
    assert "民间借贷规定25" in interests.steps.text()


def test_money_of_a_judgment_paid_late_bears_a_flat_daily_rate(interests: Interests) -> None:
    interests.form.set_values({"principal": "10000", "way": "late", "start": "2026-03-01", "end": "2026-03-31"})
    interests.refresh()
    # 10000 × 0.0175 % × 30
    assert interests.answer.text() == "利息 52.50 元，共 30 日"
    assert not interests.form.blanks["rate"].isVisibleTo(interests) and "民诉264" in interests.steps.text()


def test_a_day_whose_rate_nobody_has_entered_is_refused_with_what_to_do(interests: Interests) -> None:
    interests.form.set_values({"principal": "10000", "way": "lpr", "start": "2024-01-01", "end": "2030-01-01"})
    interests.refresh()
    assert "没有录入" in interests.answer.text() and "管理员" in interests.steps.text()


def test_a_rate_table_that_the_court_has_imported_is_the_one_counted_by(interests: Interests) -> None:
    imported = parse_lpr(
        'source = "本院导入"\nverified = true\nseen_until = "2026-03-20"\nchanges = [["2025-12-20", "2.00", "3.00"]]\n'
    )
    interests.use_court({"lpr": imported})
    interests.form.set_values({"principal": "36500", "way": "lpr", "start": "2026-01-01", "end": "2026-01-31"})
    interests.refresh()
    # 36 500 × 2 % × 30 ÷ 365
    assert interests.answer.text() == "利息 60.00 元，共 30 日"


def test_claims_of_several_kinds_are_listed_and_counted_together(suit: SuitFee) -> None:
    for kind, amount in (("property", "30000"), ("property", "6000")):
        suit.claim.set_values({"kind": kind, "amount": amount})
        assert suit.claims.put_row()
    suit.claim.set_values({"kind": "non_property"})
    suit.refresh()
    # 30 000 + 6 000 by the tiers of 费用13(一): 50 + 26 000 × 2.5 % = 700; the other claim adds nothing (解释201).
    assert suit.answer.text() == "全额 700.00 元，应交 350.00 元"
    assert "解释201" in suit.steps.text() and suit.claims.table.isVisibleTo(suit)


def test_a_divorce_is_counted_by_the_court_s_own_figure_until_another_is_typed(suit: SuitFee) -> None:
    suit.claim.set_values({"kind": "divorce", "amount": "350000"})
    suit.form.set_values({"procedure": "ordinary", "divorce": "300"})
    suit.refresh()
    assert suit.form.blanks["divorce"].isVisibleTo(suit) and not suit.form.blanks["personality"].isVisibleTo(suit)
    # 300 + (350 000 − 200 000) × 0.5 % (费用13(二)1).
    assert suit.answer.text() == "全额 1050.00 元，应交 1050.00 元"
    suit.form.set_values({"divorce": "301"})
    suit.refresh()
    assert "幅度" in suit.answer.text() and suit.answer.property("kind") == "problem"


def test_a_figure_that_nobody_has_typed_follows_the_settings_of_the_court(suit: SuitFee) -> None:
    suit.claim.set_values({"kind": "divorce", "amount": None})
    suit.form.set_values({"procedure": "ordinary"})
    suit.use_court({"province_fees": {"divorce": "200.00", "personality": "300.00"}})
    assert suit.answer.text() == "全额 200.00 元，应交 200.00 元"
    suit.form.set_values({"personality": "400.00"})
    suit.use_court({"province_fees": {"divorce": "250.00", "personality": "350.00"}})
    assert suit.answer.text() == "全额 250.00 元，应交 250.00 元"
    assert suit.form.value("personality") == "400.00"


def test_a_counterclaim_heard_with_the_suit_is_halved(suit: SuitFee) -> None:
    suit.claim.set_values({"amount": "10000"})
    suit.form.set_values({"procedure": "ordinary", "merged": True})
    suit.refresh()
    assert suit.answer.text() == "全额 50.00 元，应交 25.00 元" and "费用18" in suit.steps.text()


def test_who_bears_the_fee_is_said_once_it_is_known_how_the_case_ended(suit: SuitFee) -> None:
    suit.claim.set_values({"amount": "10000"})
    suit.form.set_values({"closed": "withdrawn"})
    suit.refresh()
    assert "原告负担（费用34）" in suit.steps.text()


def test_an_objection_to_jurisdiction_is_asked_for_the_province_s_figure_only(application: Application) -> None:
    application.form.set_values({"kind": "preservation", "amount": "896001"})
    application.refresh()
    # 30 + 99 000 × 1 % + 796 001 × 0.5 % = 5000.005, at most 5000 (费用14(二)).
    assert "应交 5000.00 元" in application.answer.text()
    application.form.set_values({"kind": "jurisdiction_objection", "jurisdiction_objection": "80"})
    application.refresh()
    assert "应交 80.00 元" in application.answer.text() and not application.form.blanks["amount"].isVisibleTo(
        application
    )


@pytest.mark.parametrize(
    ("values", "answer", "article"),
    [
        # 50 for 10 000; 50 + 10 000 × 2.5 % = 300 for 20 000.
        ({"before": "10000", "after": "20000", "procedure": "ordinary"}, "补交 250.00 元，退还 0.00 元", "费用21"),
        ({"before": "20000", "after": "10000", "procedure": "ordinary"}, "补交 0.00 元，退还 250.00 元", "费用21"),
        (
            {"before": "20000", "after": "10000", "procedure": "ordinary", "inquiry_closed": True},
            "补交 0.00 元，退还 0.00 元",
            "费用35",
        ),
        ({"change": "to_ordinary", "before": "20000", "paid": "150"}, "补交 150.00 元，退还 0.00 元", "解释199"),
        ({"change": "top_up_not_paid", "before": "20000", "paid": "150"}, "补交 0.00 元，退还 75.00 元", "解释199"),
        (
            {"change": "closed", "before": "20000", "paid": "300", "procedure": "ordinary", "closed": "mediated"},
            "补交 0.00 元，退还 150.00 元",
            "费用53",
        ),
    ],
)
def test_what_is_paid_or_given_back_after_a_change(
    after: AfterFee, values: dict[str, Any], answer: str, article: str
) -> None:
    after.form.set_values(values)
    after.refresh()
    assert after.answer.text() == answer and article in after.steps.text()


@pytest.mark.parametrize(
    ("values", "end"),
    [
        # 2026-10-01 to 10-07 are the holiday of the notice; the 8th is a working day.
        ({"unit": "days", "length": "15", "start": "2026-09-16"}, "2026-10-08"),
        ({"unit": "days", "length": "3", "start": "2026-04-08", "backward": True}, "2026-04-05"),
        # 2026-02-28 is a Saturday worked in exchange.
        ({"unit": "months", "length": "1", "start": "2026-01-31"}, "2026-02-28"),
        ({"unit": "years", "length": "2", "start": "2024-02-29"}, "2026-02-28"),
        ({"unit": "hours", "length": "48", "moment": "2026-03-20T09:40+08:00"}, "2026-03-22 10:00"),
        (
            {
                "unit": "days", "length": "15", "start": "2026-03-02",
                "suspended_from": "2026-03-05", "suspended_to": "2026-03-09",
            },
            # 17 March and five days.
            "2026-03-23",
        ),
    ],
)  # fmt: skip
def test_a_length_of_one_s_own_is_counted_either_way_in_each_unit(
    periods: Periods, values: dict[str, Any], end: str
) -> None:
    periods.form.set_values({"by": "own", **values})
    periods.refresh()
    assert periods.answer.text() == f"到 {end} 止"


@pytest.mark.parametrize("length", ["0", "-3", "1e3", "15.5", "９９", "99999999999999999999", "十五"])
def test_a_length_that_is_none_is_refused_and_nothing_is_counted(periods: Periods, length: str) -> None:
    periods.form.set_values({"by": "own", "unit": "days", "length": length, "start": "2026-03-02"})
    periods.refresh()
    assert periods.answer.property("kind") == "problem" and "2026" not in periods.answer.text()


@pytest.mark.parametrize("amount", ["-5", "1.2345678", "1e9", "999999999999999", "5\u202e0", "五百"])
def test_an_amount_that_is_none_is_refused_and_never_left_out_of_sight(suit: SuitFee, amount: str) -> None:
    suit.claim.blanks["amount"].setText(amount)
    suit.refresh()
    assert suit.answer.property("kind") == "problem" and "元，应交" not in suit.answer.text()
