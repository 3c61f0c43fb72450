"""级别管辖 (民诉18, 19): the kind of the suit first, then the sum against what the court has set; figures made up."""

import pytest

from app.errors import NeedsCorrection
from app.rules.court_level import court_level
from app.rules.questions import answer

SET = {"same": "3000.00", "one_outside": "1000.00"}


@pytest.mark.parametrize(
    ("amount", "told", "basic", "article"),
    [
        # "以上" takes the figure itself in (民法典1259).
        ("2999.99", {}, True, "民诉18"),
        ("3000.00", {}, False, "民诉19(三)"),
        ("999.99", {"seats": "one_outside"}, True, "民诉18"),
        ("1000.00", {"seats": "one_outside"}, False, "民诉19(三)"),
        (None, {}, True, "民诉18"),
        ("1.00", {"flags": ["major_foreign"]}, False, "民诉19(一)"),
        (None, {"flags": ["major_influence"]}, False, "民诉19(二)"),
        (None, {"flags": ["designated"]}, False, "民诉19(三)"),
    ],
)
def test_a_basic_court_takes_what_no_article_gives_to_a_higher_one(amount, told, basic, article):
    found = court_level(amount, SET, **told)
    assert (found.basic, found.article) == (basic, article) and found.reasons


def test_without_the_courts_figure_nothing_is_guessed():
    for ceilings, told, code in (
        ({}, {}, "ceiling_missing"),
        ({"same": "3000"}, {"seats": "one_outside"}, "ceiling_missing"),
        (SET, {"seats": "moon"}, "seats_unknown"),
        (SET, {"flags": ["odd"]}, "flag_unknown"),
        (SET, {"amount": "abc"}, "amount_malformed"),
    ):
        with pytest.raises(NeedsCorrection) as refused:
            court_level(told.pop("amount", "1.00"), ceilings, **told)
        assert refused.value.code == code


def test_the_question_is_answered_in_any_usual_spelling():
    told = answer({"ask": "court_level", "amount": "3,000元", "ceilings": {"same": 3000}})
    assert (told["basic"], told["article"], told["ceiling"]) == (False, "民诉19(三)", "3000.00")
    error = answer({"ask": "court_level", "amount": "3"})["error"]
    assert isinstance(error, dict) and (error["code"], error["at"]) == ("ceiling_missing", "ceilings.same")
