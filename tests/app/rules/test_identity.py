"""Identity numbers against the examples of their standards."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import NeedsCorrection
from app.rules.identity import (
    age_on,
    check_credit_code,
    check_id_number,
    credit_check_character,
    id_check_digit,
)

TODAY = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("number", "birth", "sex"),
    [
        ("11010519491231002X", date(1949, 12, 31), "女"),
        ("11010519491231002x", date(1949, 12, 31), "女"),
        ("370302198503120012", date(1985, 3, 12), "男"),
        ("37030419650615019X", date(1965, 6, 15), "男"),
        ("370302195204160117", date(1952, 4, 16), "男"),
        ("370302199007220246", date(1990, 7, 22), "女"),
    ],
)
def test_a_valid_number_tells_birth_and_sex(number: str, birth: date, sex: str) -> None:
    read = check_id_number(number, TODAY)
    assert (read.birth, read.sex, read.warnings) == (birth, sex, ())


def test_a_number_of_1880_is_valid_but_doubtful() -> None:
    assert check_id_number("440524188001010014", TODAY).warnings == ("over_120",)
    assert check_id_number("440524188001010014").warnings == ("over_120",)


def test_the_last_day_before_the_121st_birthday_is_no_age_to_doubt() -> None:
    # Born on 1905-12-31: 120 years old until 2026-12-30. By hand the weighted sum is 197, r = 10, so the check is 2.
    assert check_id_number("370302190512310022", date(2026, 12, 30)).warnings == ()
    assert check_id_number("370302190512310022", date(2026, 12, 31)).warnings == ("over_120",)


def test_a_number_of_fifteen_digits_becomes_eighteen() -> None:
    read = check_id_number("370302650615001", TODAY)
    assert read.number == "370302196506150015"
    assert read.warnings == ("old_card",)


def test_an_unknown_province_is_only_a_warning() -> None:
    number = "990302198503120" + "01"
    assert check_id_number(number + id_check_digit(number), TODAY).warnings == ("area_unknown",)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("110105194912310021", "id_number_check_digit"),
        ("370303199302290026", "id_number_birth_not_real"),
        ("370302198503120011", "id_number_check_digit"),
        ("37030219850312001", "id_number_length"),
        ("37030219850312001A", "id_number_characters"),
        ("37030219850312OO12", "id_number_characters"),
        ("٣٧٠٣٠٢١٩٨٥٠٣١٢٠٠١٢", "id_number_characters"),
        ("", "id_number_length"),
    ],
)
def test_a_wrong_number_is_refused_with_the_reason(number: str, code: str) -> None:
    with pytest.raises(NeedsCorrection) as refusal:
        check_id_number(number, TODAY)
    assert refusal.value.code == code
    assert str(refusal.value) == code


def test_the_refusal_names_the_check_digit_that_would_fit() -> None:
    with pytest.raises(NeedsCorrection) as refusal:
        check_id_number("110105194912310021", TODAY)
    assert refusal.value.details["expected"] == "X"


def test_nobody_is_born_tomorrow() -> None:
    first = "370302" + "20260321" + "001"
    with pytest.raises(NeedsCorrection, match="id_number_birth_in_future"):
        check_id_number(first + id_check_digit(first), TODAY)


@given(st.integers(0, 10**17 - 1), st.integers(0, 16), st.integers(1, 9))
def test_any_single_wrong_digit_changes_the_check_digit(value: int, place: int, change: int) -> None:
    first = f"{value:017d}"
    wrong = first[:place] + str((int(first[place]) + change) % 10) + first[place + 1 :]
    assert id_check_digit(first) != id_check_digit(wrong)


def test_age_counts_full_years() -> None:
    assert age_on(date(1952, 4, 16), date(2026, 4, 15)) == 73
    assert age_on(date(1952, 4, 16), date(2026, 4, 16)) == 74


@pytest.mark.parametrize(
    "code",
    [
        "91350100M000100Y43",
        "91512081MA62K0260E",
        "91370303MA3C0D0E1K",
        "93370323MA00000260",
        "123703004932000001",
        "91350100m000100y43",
    ],
)
def test_a_valid_credit_code_is_accepted(code: str) -> None:
    read = check_credit_code(code)
    assert read.code == code.upper() and read.area == code[2:8]


@pytest.mark.parametrize("blank", [" ", "\u3000", "\u00a0", "\t"])
def test_what_an_input_method_makes_of_a_number_is_read_all_the_same(blank: str) -> None:
    # Wide digits and letters, and the blanks that come with them or with a copied text.
    assert check_credit_code(f"９１３７{blank}０３０３ＭＡ３Ｃ０Ｄ０Ｅ１ｋ{blank}").code == "91370303MA3C0D0E1K"
    typed = f"{blank}１１０１０５{blank}１９４９１２３１{blank}００２ｘ"
    assert check_id_number(typed, TODAY).number == "11010519491231002X"


@pytest.mark.parametrize(
    ("code", "refusal_code", "expected"),
    [
        ("91350100M000100Y4Z", "credit_code_characters", None),
        ("91350100M000I00Y43", "credit_code_characters", None),
        ("91512081MA62K0206E", "credit_code_check_digit", "T"),
        ("91350100M000100Y4", "credit_code_length", None),
    ],
)
def test_a_wrong_credit_code_is_refused_with_the_reason(code: str, refusal_code: str, expected: str | None) -> None:
    with pytest.raises(NeedsCorrection) as refusal:
        check_credit_code(code)
    assert refusal.value.code == refusal_code
    assert refusal.value.details.get("expected") == expected


def test_a_sum_divisible_by_31_gives_nought() -> None:
    assert credit_check_character("93370323MA0000026") == "0"
