"""Case numbers: those of the domain reference, and a round trip over all that can be written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import NeedsCorrection
from app.rules.case_numbers import (
    TYPES,
    CaseNumber,
    check_court_code,
    format_case_number,
    is_legacy,
    nth_paper,
    parse_case_number,
    store_legacy,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（2021）川0182民初181号", CaseNumber(2021, "川0182", "民初", 181)),
        ("(2017)津0105民特2号", CaseNumber(2017, "津0105", "民特", 2)),
        ("（2021）川0104民诉前调801号", CaseNumber(2021, "川0104", "民诉前调", 801)),
        ("（2024）浙02民诉前调595号", CaseNumber(2024, "浙02", "民诉前调", 595)),
        ("（2024）粤0604诉前调确1716号", CaseNumber(2024, "粤0604", "诉前调确", 1716)),
        ("（2025）京0115民初34164号", CaseNumber(2025, "京0115", "民初", 34164)),
        ("（2020）最高法知民终1号", CaseNumber(2020, "最高法", "民终", 1, "知")),
        ("（2026）鲁0303民初15号之一", CaseNumber(2026, "鲁0303", "民初", 15, "", 1)),
        ("（2026）鲁0303财保3号", CaseNumber(2026, "鲁0303", "财保", 3)),
        ("（2026）鲁0303执保12号", CaseNumber(2026, "鲁0303", "执保", 12)),
        ("（2026）鲁0303民保令1号", CaseNumber(2026, "鲁0303", "民保令", 1)),
        ("（2026）鲁民终7号", CaseNumber(2026, "鲁", "民终", 7)),
        (" （２０２６）鲁0303民初１５号 ", CaseNumber(2026, "鲁0303", "民初", 15)),
        ("（2026）鲁0303民初15号之二十一", CaseNumber(2026, "鲁0303", "民初", 15, "", 21)),
    ],
)
def test_a_number_is_read_into_its_parts(text: str, expected: CaseNumber) -> None:
    assert parse_case_number(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "（2026）鲁0303民初015号",
        "2026鲁0303民初15号",
        "（2026）鲁303民初15号",
        "（2026）鲁0303民初0号",
        "（2026）鲁0303民初第15号",
        "（2026）鲁0303民字第15号",
        "（2026）鲁0303民初15",
        "（1826）鲁0303民初15号",
        "（2026）鲁0303民初15号之",
        "（2026）鲁0303民初15号之二一",
        "（2026）鲁0303民初15号之零",
        "（2026）火0303民初15号",
        "（2026）鲁0303民初٣号",
        "",
    ],
)
def test_a_number_in_the_wrong_shape_is_refused(text: str) -> None:
    with pytest.raises(NeedsCorrection, match="case_number_malformed"):
        parse_case_number(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("(2015)海行民初字第5号", "（2015）海行民初字第5号"),
        # The Shanghai courts named the kind of suit in brackets of its own.
        ("(2012)浦民一(民)初字第12345号", "（2012）浦民一（民）初字第12345号"),
        ("（2013）沪一中民四（商）终字第01234号", "（2013）沪一中民四（商）终字第01234号"),
        ("(2014)海民初字第1234号之一", "（2014）海民初字第1234号之一"),
        ("（2010）鲁民三终字第65-1号", "（2010）鲁民三终字第65-1号"),
    ],
)
def test_a_number_of_the_old_style_is_kept_as_words(text: str, kept: str) -> None:
    with pytest.raises(NeedsCorrection, match="case_number_legacy"):
        parse_case_number(text)
    assert is_legacy(text)
    assert store_legacy(text) == kept


numbers = st.builds(
    CaseNumber,
    year=st.integers(1900, 2099),
    court=st.sampled_from(["最高法", "鲁", "鲁03", "鲁0302", "兵0101", "军"]),
    type=st.sampled_from(sorted(TYPES)),
    number=st.integers(1, 999_999_999),
    special=st.sampled_from(["", "知"]),
    suffix=st.none() | st.integers(1, 999),
)


@given(numbers)
def test_a_written_number_reads_back_the_same(number: CaseNumber) -> None:
    text = format_case_number(number)
    assert parse_case_number(text) == number
    assert parse_case_number(text.replace("（", "(").replace("）", ")")) == number


written = st.from_regex(
    r"[（(](?:19|20)[0-9]{2}[）)](?:最高法|[鲁川兵军](?:[0-9]{2}|[0-9]{4})?)知?[民初终特执保前调]{1,5}[1-9][0-9]{0,3}号"
    r"(?:之[零一二三十百]{1,4})?",
    fullmatch=True,
)


@given(written)
def test_what_is_read_says_the_very_words_it_was_read_from(text: str) -> None:
    try:
        number = parse_case_number(text)
    except NeedsCorrection:
        # Only an ordinal that nobody counts so, such as 之零 or 之二一, is refused of these.
        assert "之" in text
        return
    assert str(number) == text.replace("(", "（").replace(")", "）")


def test_the_second_paper_of_a_kind_is_number_one() -> None:
    number = parse_case_number("（2026）鲁0303民初15号")
    assert str(nth_paper(number, 1)) == "（2026）鲁0303民初15号"
    assert str(nth_paper(number, 2)) == "（2026）鲁0303民初15号之一"
    assert str(nth_paper(number, 11)) == "（2026）鲁0303民初15号之十"


def test_the_type_code_is_named_and_a_local_one_is_told_apart() -> None:
    assert parse_case_number("（2026）鲁0303民特1号").type_name == "民事特别程序"
    assert parse_case_number("（2026）鲁0303某某1号").type_name is None


@pytest.mark.parametrize("code", ["鲁0302", "鲁03", "最高法"])
def test_a_court_code_is_accepted(code: str) -> None:
    assert check_court_code(code) == code


@pytest.mark.parametrize("code", ["鲁030", "0302", "鲁03021", ""])
def test_a_court_code_in_the_wrong_shape_is_refused(code: str) -> None:
    with pytest.raises(NeedsCorrection, match="court_code_malformed"):
        check_court_code(code)
