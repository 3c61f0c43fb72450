"""The tree of causes: versions by date, search by initials, and what usually follows."""

from datetime import date

import pytest

from app.errors import NeedsCorrection
from app.rules.causes import cause_table, find_cause, form_for, initials, known_tables, parse_causes

NOW = date(2026, 3, 20)


@pytest.mark.parametrize(
    "name", ["民间借贷纠纷", "离婚纠纷", "申请司法确认调解协议", "劳务合同纠纷", "买卖合同纠纷", "赡养费纠纷"]
)
def test_the_causes_of_a_circuit_day_are_known_in_both_versions(name: str) -> None:
    assert find_cause(name, NOW) is not None
    assert find_cause(name, date(2025, 12, 31)) is not None


def test_the_version_in_force_on_the_day_is_used() -> None:
    assert cause_table(date(2025, 12, 31)).version == "2021"
    assert cause_table(date(2026, 1, 1)).version == "2026"
    assert find_cause("声音保护纠纷", date(2025, 12, 31)) is None
    assert find_cause("声音保护纠纷", NOW) is not None


def test_a_second_level_cause_is_one_and_a_name_may_leave_its_last_word_out() -> None:
    # Where no third-level cause fits, the second level is the cause: the rule of the notice that printed the table.
    insurance = find_cause("保险纠纷", NOW)
    assert insurance is not None and (insurance.group, insurance.number) == ("保险纠纷", None)
    loan = find_cause("民间借贷", NOW)
    assert loan is not None and loan.name == "民间借贷纠纷"
    assert find_cause("", NOW) is None and find_cause("纠纷", NOW) is None
    assert "保险纠纷" not in [cause.name for cause in cause_table(NOW).causes]


def test_a_name_that_only_an_older_version_has_is_known_where_no_day_is_asked() -> None:
    assert find_cause("农村土地承包合同纠纷", NOW) is None
    old = find_cause("农村土地承包合同纠纷")
    assert old is not None and old.group == "合同纠纷"


def test_before_the_oldest_version_there_is_no_answer() -> None:
    with pytest.raises(NeedsCorrection, match="causes_not_known_then"):
        cause_table(date(2020, 12, 31))


def test_numbers_of_the_third_level_rise_and_never_repeat() -> None:
    numbers = [cause.number for cause in cause_table(NOW).causes if cause.parent is None]
    assert None not in numbers
    assert numbers == sorted(set(n for n in numbers if n is not None))
    assert numbers[0] == 1 and numbers[-1] == 514


def test_no_version_claims_to_have_been_checked_against_the_official_text() -> None:
    assert not any(table.verified for table in known_tables())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mjjd", "民间借贷纠纷"),
        ("lhjf", "离婚纠纷"),
        ("MMHT", "买卖合同纠纷"),
        ("借贷", "民间借贷纠纷"),
        ("lwht", "劳务合同纠纷"),
    ],
)
def test_a_cause_is_found_by_initials_or_by_part_of_its_name(typed: str, found: str) -> None:
    assert found in [cause.name for cause in cause_table(NOW).search(typed)]


def test_what_begins_with_the_typed_letters_comes_first() -> None:
    assert cause_table(NOW).search("lhjf")[0].name == "离婚纠纷"


def test_nothing_typed_finds_nothing() -> None:
    assert cause_table(NOW).search("  ") == ()


def test_a_character_of_two_readings_takes_the_right_one() -> None:
    assert initials("修理、重作、更换纠纷") == "xlczghjf"


@pytest.mark.parametrize(
    ("name", "fee_kind", "number_type", "procedure"),
    [
        ("民间借贷纠纷", "property", "民初", "simplified"),
        ("离婚纠纷", "divorce", "民初", "simplified"),
        ("名誉权纠纷", "personality", "民初", "simplified"),
        ("追索劳动报酬纠纷", "labour", "民初", "simplified"),
        ("劳务合同纠纷", "property", "民初", "simplified"),
        ("探望权纠纷", "non_property", "民初", "simplified"),
        ("相邻通行纠纷", "non_property", "民初", "simplified"),
        ("申请司法确认调解协议", "judicial_confirmation", "民特", "special"),
        ("申请支付令", "property", "民督", "simplified"),
        ("申请人身安全保护令", "property", "民保令", "simplified"),
    ],
)
def test_a_cause_knows_what_usually_follows(name: str, fee_kind: str, number_type: str, procedure: str) -> None:
    cause = find_cause(name, NOW)
    assert cause is not None
    assert (cause.fee_kind, cause.number_type, cause.procedure) == (fee_kind, number_type, procedure)


def test_a_fourth_level_cause_borrows_the_form_of_its_parent() -> None:
    for name, element in (("相邻通行纠纷", "妨害事实"), ("民间借贷纠纷", "本金")):
        form = form_for(name, NOW)
        assert form is not None and element in [one.name for one in form.elements]


@pytest.mark.parametrize(
    "text", ["", "in-force-from 2026-01-01", "in-force-from 2026-01-01\n1 无组案由", "= 组\n甲 乙"]
)
def test_a_table_in_the_wrong_shape_is_refused(text: str) -> None:
    with pytest.raises(NeedsCorrection, match="causes_malformed"):
        parse_causes(text, "x")
