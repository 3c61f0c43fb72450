"""Every refusal becomes a sentence that says what is wrong and what to do next."""

from __future__ import annotations

import string

import pytest

from app.documents import template
from app.errors import Disputed, NeedsCorrection, NotPossibleNow, Refusal
from ui.pages import entries
from ui.refusals import Sentence, place_words, sentence_of
from ui.sentences import SENTENCES
from ui.words import SCREENS, word


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_each_sentence_says_what_is_wrong_and_what_to_do(code: str) -> None:
    what, next_step = SENTENCES[code]
    assert what and next_step.endswith("。")
    names = [name for _, name, _, _ in string.Formatter().parse(what + next_step) if name]
    sentence = sentence_of(NeedsCorrection(code, **dict.fromkeys(names, "某值")))
    assert "{" not in sentence.what + sentence.next_step


def test_the_details_stand_in_the_sentence() -> None:
    sentence = sentence_of(NeedsCorrection("id_number_check_digit", expected="X", at="parties[0].id_no"))
    assert "X" in sentence.what


def test_a_place_in_a_form_is_named_in_the_words_of_the_screen() -> None:
    assert place_words("parties[1].id_no") == "当事人 2 证件号码"
    assert place_words("cause") == "案由"


def test_a_missing_blank_is_named_with_the_page_on_which_it_is_filled() -> None:
    sentence = sentence_of(NeedsCorrection("blank_missing", label="判决主文", screen="judgments"))
    assert "判决主文" in sentence.what and "“宣判、撤诉”页" in sentence.next_step


def test_every_page_that_a_paper_names_is_a_page_of_the_window_under_that_title() -> None:
    titles = {entry.name: entry.words for entry in entries()}
    assert {screen: word(SCREENS, screen) for screen in template.SCREENS} == {
        screen: titles[screen] for screen in template.SCREENS
    }


def test_a_missing_detail_is_a_gap_and_never_a_crash() -> None:
    assert "…" in sentence_of(NotPossibleNow("wait_first")).what


def test_conditions_and_roles_are_named_in_words() -> None:
    refusal = NeedsCorrection("on_the_spot_not_waived", missing=["plaintiff", "defendant"], article="解释266")
    assert "原告、被告" in sentence_of(refusal).what


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (Disputed("code_from_tomorrow"), "待核定"),
        (NotPossibleNow("code_from_tomorrow"), "现在还办不了"),
        (NeedsCorrection("code_from_tomorrow"), "更正"),
    ],
)
def test_a_code_nobody_knows_still_says_what_kind_it_is(refusal: Refusal, words: str) -> None:
    sentence = sentence_of(refusal)
    assert words in sentence.what and "code_from_tomorrow" in sentence.next_step


def test_a_disputed_value_is_never_called_a_legal_dispute() -> None:
    assert "争议" not in "".join(SENTENCES["values_differ"])


def test_both_parts_of_a_sentence_stand_in_one_line_with_a_space_where_the_language_has_one() -> None:
    assert Sentence("还没有填。", "补上再办。").whole == "还没有填。补上再办。"
    assert Sentence("A blank is empty.", "Fill it in.").whole == "A blank is empty. Fill it in."
    assert Sentence("A blank is empty.", "").whole == "A blank is empty."
