"""An agent's authority by 民诉61, 62 and 解释89."""

import pytest

from app.errors import NeedsCorrection
from app.rules.representation import SPECIAL_ACTS, may_act, scope

# As the powers of attorney of courts word them.
POWERS = ("代为承认、放弃、变更诉讼请求", "进行和解、调解", "提起反诉、上诉", "代收法律文书")


@pytest.mark.parametrize("act", list(SPECIAL_ACTS))
def test_an_act_that_disposes_of_the_claim_needs_its_own_words(act: str) -> None:
    assert may_act("special", POWERS, act).article == "民诉62"
    with pytest.raises(NeedsCorrection) as refusal:
        may_act("general", POWERS, act)
    assert (refusal.value.code, refusal.value.details["article"]) == ("special_power_missing", "民诉62")


def test_full_agency_without_particulars_grants_no_special_act() -> None:
    with pytest.raises(NeedsCorrection) as refusal:
        may_act("special", ["全权代理"], "settle")
    assert refusal.value.details["article"] == "解释89"
    assert may_act("special", ["全权代理"], "plead").article == "民诉61"


def test_one_power_is_not_another() -> None:
    assert may_act("special", ["进行和解"], "settle")
    with pytest.raises(NeedsCorrection, match="special_power_missing"):
        may_act("special", ["进行和解"], "appeal")


@pytest.mark.parametrize(
    ("authority", "act", "code"), [("full", "settle", "authority_unknown"), ("general", "sing", "agent_act_unknown")]
)
def test_a_word_that_nobody_knows_is_refused(authority: str, act: str, code: str) -> None:
    with pytest.raises(NeedsCorrection, match=code):
        may_act(authority, [], act)


def test_a_statutory_agent_may_do_everything_without_a_power_of_attorney() -> None:
    assert may_act("statutory", [], "settle").article == "民诉60"
    assert may_act("statutory", [], "plead").article == "民诉60"
    found = scope("statutory", [])
    assert (found.may, found.may_not) == (tuple(SPECIAL_ACTS), ())


def test_the_scope_tells_what_a_power_of_attorney_grants_and_what_not() -> None:
    found = scope("special", ["代为承认、变更诉讼请求", "进行和解"])
    assert found.may == ("admit_claims", "change_claims", "settle")
    assert (found.may_not, found.article) == (("waive_claims", "counterclaim", "appeal"), "解释89")
    general = scope("general", POWERS)
    assert (general.may, general.may_not, general.article) == ((), tuple(SPECIAL_ACTS), "民诉62")
    assert scope("special", ["全权代理"]).may == ()


@pytest.mark.parametrize("words", ["不得代为和解", "无权和解", "全权代理，和解除外", "除和解以外的事项"])
def test_words_that_take_an_act_back_do_not_grant_it(words: str) -> None:
    assert "settle" not in scope("special", [words]).may
    with pytest.raises(NeedsCorrection, match="special_power_missing"):
        may_act("special", [words], "settle")


@pytest.mark.parametrize(
    ("words", "may"),
    [
        (
            ["代为承认、放弃、变更诉讼请求，进行和解，但不得上诉"],
            ("admit_claims", "waive_claims", "change_claims", "settle"),
        ),
        (["代为承认、变更诉讼请求；不得代为和解，上诉"], ("admit_claims", "change_claims")),
        # Nobody knows how far the words reach that begin by taking back.
        (["不得代为和解，上诉"], ()),
        (["除放弃诉讼请求以外，代为和解"], ()),
        # What is granted in one line and taken back in another is not granted.
        (["代为和解、上诉", "不得代为上诉"], ("settle",)),
    ],
)
def test_what_stands_before_the_words_that_take_back_is_granted(words: list[str], may: tuple[str, ...]) -> None:
    assert scope("special", words).may == may
