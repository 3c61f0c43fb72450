"""Every row of the table of periods through `xunhui rules`, counted by hand from Monday 2 March 2026."""

import json

import pytest

from app.rules.questions import answer, answer_lines

START = "2026-03-02"


@pytest.mark.parametrize(
    ("rule", "more", "raw", "last_day", "article"),
    [
        ("T01", {}, "2026-03-09", "2026-03-09", "民诉126"),
        ("T03", {}, "2026-03-05", "2026-03-05", "审限规定7"),
        # 7 March 2026 is a Saturday.
        ("T04", {}, "2026-03-07", "2026-03-09", "民诉128"),
        ("T05", {}, "2026-03-17", "2026-03-17", "民诉128"),
        ("T06", {}, "2026-03-07", "2026-03-09", "民诉128"),
        ("T07", {}, "2026-03-17", "2026-03-17", "民诉130"),
        ("T08", {}, "2026-03-05", "2026-03-05", "民诉131"),
        ("T09", {}, "2026-03-17", "2026-03-17", "解释99"),
        ("T10", {}, "2026-03-17", "2026-03-17", "解释266"),
        ("T11", {}, "2026-03-09", "2026-03-09", "解释275"),
        ("T11", {"variant": "defence"}, "2026-03-17", "2026-03-17", "解释275"),
        ("T12", {}, "2026-03-12", "2026-03-12", "解释99"),
        ("T13", {}, "2026-02-27", "2026-02-27", "民诉139"),
        ("T16", {}, "2026-03-07", "2026-03-09", "陪2"),
        ("T16", {"variant": "draw"}, "2026-02-23", "2026-02-23", "陪3"),
        ("T17", {}, "2026-03-05", "2026-03-05", "民诉50"),
        ("T18", {}, "2026-06-02", "2026-06-02", "民诉164"),
        ("T18", {"variant": "extended"}, "2026-07-02", "2026-07-02", "民诉164"),
        # 2 May 2026 lies in the holiday, which ends on the 5th.
        ("T19", {}, "2026-05-02", "2026-05-06", "民诉168"),
        ("T19", {"variant": "extended"}, "2026-06-02", "2026-06-02", "民诉168"),
        ("T20", {}, "2026-09-02", "2026-09-02", "民诉152"),
        ("T20", {"variant": "extended"}, "2027-03-02", "2027-03-02", "民诉152"),
        ("T21", {}, "2026-04-01", "2026-04-01", "民诉187"),
        ("T21", {"variant": "extended"}, "2026-05-01", "2026-05-06", "民诉187"),
        ("T22", {"document": "judgment"}, "2026-06-02", "2026-06-02", "民诉183"),
        ("T22", {"document": "ruling"}, "2026-04-01", "2026-04-01", "民诉183"),
        ("T23", {}, "2026-02-15", "2026-02-15", "延审1"),
        ("T23", {"variant": "decision"}, "2026-02-25", "2026-02-25", "延审1"),
        ("T24", {}, "2026-04-02", "2026-04-02", "延审5"),
        ("T25", {}, "2026-09-02", "2026-09-02", "解释258"),
        ("T27", {"procedure": "ordinary"}, "2026-03-17", "2026-03-17", "民事调解4"),
        ("T27", {"procedure": "simplified"}, "2026-03-09", "2026-03-09", "民事调解4"),
        ("T28", {}, "2026-04-01", "2026-04-01", "特调27"),
        ("T29", {"procedure": "ordinary"}, "2026-03-17", "2026-03-17", "特调27"),
        ("T29", {"procedure": "small_claims"}, "2026-03-09", "2026-03-09", "特调27"),
        ("T30", {"procedure": "ordinary"}, "2026-03-17", "2026-03-17", "2025意见3"),
        ("T30", {"procedure": "simplified"}, "2026-03-09", "2026-03-09", "2025意见3"),
        ("T30", {"variant": "extended"}, "2026-04-01", "2026-04-01", "2025意见3"),
        ("T31", {}, "2026-04-01", "2026-04-01", "线调24"),
        ("T31", {"procedure": "simplified"}, "2026-03-09", "2026-03-09", "线调24"),
        ("T32", {}, "2026-04-01", "2026-04-01", "民诉205"),
        ("T33", {}, "2026-04-01", "2026-04-01", "民诉187"),
        ("T33", {"variant": "accept"}, "2026-03-05", "2026-03-05", "司法确认4"),
        ("T34", {}, "2026-03-12", "2026-03-12", "民诉151"),
        ("T35", {}, "2026-03-12", "2026-03-12", "简易16"),
        ("T36", {"document": "judgment"}, "2026-03-17", "2026-03-17", "民诉171"),
        ("T36", {"document": "ruling"}, "2026-03-12", "2026-03-12", "民诉171"),
        ("T36", {"document": "mediation_statement"}, None, None, "民诉100"),
        ("T36", {"document": "ruling_withdrawal_granted"}, None, None, "民诉157"),
        ("T36", {"document": "judgment", "procedure": "small_claims"}, None, None, "民诉165"),
        ("T37", {}, "2026-03-07", "2026-03-09", "民诉174"),
        ("T37", {"variant": "defence"}, "2026-03-17", "2026-03-17", "民诉174"),
        ("T38", {}, "2026-04-01", "2026-04-01", "民诉95"),
        ("T39", {}, "2026-03-12", "2026-03-12", "解释134"),
        ("T40", {}, "2026-03-07", "2026-03-09", "保全4"),
        ("T40", {"variant": "urgent", "from": "2026-03-02T09:05"}, "2026-03-04", "2026-03-04", "民诉103"),
        ("T41", {}, "2026-04-01", "2026-04-01", "民诉104"),
        ("T41", {"variant": "ruling", "from": "2026-03-02T09:05"}, "2026-03-04", "2026-03-04", "民诉104"),
        ("T43", {}, "2026-03-07", "2026-03-09", "解释171"),
        ("T43", {"variant": "review"}, "2026-03-12", "2026-03-12", "解释171"),
        ("T44", {}, "2026-03-09", "2026-03-09", "费用22"),
        ("T45", {}, "2026-03-17", "2026-03-17", "费用53"),
        ("T46", {}, "2026-03-09", "2026-03-09", "解释199"),
        ("T47", {}, "2026-03-17", "2026-03-17", "费用43"),
        ("T48", {}, "2026-03-07", "2026-03-09", "民诉150"),
        ("T49", {}, "2026-03-17", "2026-03-17", "民诉227"),
        ("T50", {}, "2028-03-02", "2028-03-02", "民诉250"),
        ("T51", {}, "2026-09-02", "2026-09-02", "解释214"),
        ("T51", {"variant": "refused"}, "2026-09-02", "2026-09-02", "民诉127(七)"),
        ("T52", {}, "2026-09-02", "2026-09-02", "民诉216"),
        ("T52", {"variant": "third_party"}, "2026-09-02", "2026-09-02", "民诉59"),
        ("T53", {}, "2026-05-02", "2026-05-06", "建议8"),
        ("T54", {}, "2026-03-17", "2026-03-17", "立案13"),
        ("T55", {}, "2026-06-02", "2026-06-02", "地方规定"),
    ],
)
def test_a_row_ends_on_the_day_counted_by_hand(
    rule: str, more: dict[str, str], raw: str | None, last_day: str | None, article: str
) -> None:
    told = answer({"ask": "deadline", "id": rule, "from": START, **more})
    assert (told["raw"], told["last_day"], told["article"]) == (raw, last_day, article)
    beyond = last_day is not None and last_day > "2026-12-31"
    assert told["calendar"] == ("incomplete" if beyond else "complete")


@pytest.mark.parametrize("rule", ["T02", "T14", "T15", "T26", "T42"])
def test_a_row_that_is_no_length_of_time_is_answered_without_a_day_and_with_its_article(rule: str) -> None:
    told = answer({"ask": "deadline", "id": rule, "from": START})
    assert (told["raw"], told["last_day"]) == (None, None)
    assert told["article"] and told["notes"] and "没有可计算的长度" in str(told["steps"])


@pytest.mark.parametrize("rule", ["T22", "T27", "T29", "T30"])
def test_a_row_of_several_lengths_is_never_guessed(rule: str) -> None:
    error = answer({"ask": "deadline", "id": rule, "from": START})["error"]
    assert (
        isinstance(error, dict) and error["code"] == "period_variant_missing" and error["choices"] and error["article"]
    )


@pytest.mark.parametrize(
    "day", ["2026-3-2", "2026/03/02", "2026.3.2", "2026年3月2日", " 2026-03-02 ", "２０２６－０３－０２"]
)
def test_a_day_may_be_spelt_as_people_spell_it_year_first(day: str) -> None:
    assert answer({"ask": "deadline", "id": "t44", "from": day})["last_day"] == "2026-03-09"


@pytest.mark.parametrize(
    "day", ["2/3/2026", "26-03-02", "2026-03", "20260302", "2026-02-30", "昨天", "2026年13月1日", None, 20260302, True]
)
def test_a_day_that_could_be_another_is_refused(day: object) -> None:
    assert "error" in answer({"ask": "deadline", "id": "T44", "from": day})


@pytest.mark.parametrize(("days", "last_day"), [(15, "2026-03-17"), ("15", "2026-03-17"), ("１５", "2026-03-17")])
def test_a_length_may_come_as_text(days: object, last_day: str) -> None:
    assert answer({"ask": "period", "days": days, "from": START})["last_day"] == last_day


def test_a_length_of_fifteen_point_nought_is_fifteen_and_half_a_day_is_none() -> None:
    lines = [b'{"ask":"period","days":15.0,"from":"2026-03-02"}', b'{"ask":"period","days":1.5,"from":"2026-03-02"}']
    fifteen, half = (json.loads(line) for line in answer_lines(lines))
    assert fifteen["last_day"] == "2026-03-17"
    assert half["error"]["code"] == "period_length_invalid"
