"""Who may sign when, over all transitions: no state signs twice, out of turn, or after freezing."""

from __future__ import annotations

import hashlib
import itertools

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.errors import NeedsCorrection, NotPossibleNow, Refusal
from app.signing import order
from app.signing.order import begin, check, extended, is_last, next_allowed, refused, signed, signed_on_paper

RECORD = ("parties", "present", "mediator", "judge", "clerk")
STATEMENT = ("judge", "assessors", "clerk", "seal")
PEOPLE = {"parties": ("party:plaintiff", "agent:defendant"), "assessors": ("assessor-1",), "mediator": ("mediator",)}
WAYS = ("ink", "thumb", "key", "wet", "seal", "refused")
TURN = {
    "party:plaintiff": 0,
    "agent:defendant": 0,
    "recipient": 0,
    "mediator": 1,
    "judge": 1,
    "assessor-1": 1,
    "clerk": 2,
    "seal": 3,
}


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def settle(state: order.SigningState, signer: str, how: str) -> order.SigningState:
    """The transition, whatever it is; raises the machine's own refusal."""
    if how == "refused":
        return refused(state, signer, "不认可笔录", ["clerk-1"])
    if how == "wet":
        return signed_on_paper(state, signer, state.revision, "0" * 64)
    return signed(state, signer, how, state.revision, sha(f"{state.revision}{signer}".encode()))


@pytest.mark.parametrize("signers", [RECORD, STATEMENT, ("recipient", "witness", "server"), ("seal",)])
def test_every_transition_of_every_reachable_state_keeps_the_order(signers):
    start = begin(signers, PEOPLE | {"recipient": ("recipient",), "server": ("judge",)}, "unsigned")
    everyone = [place.signer for place in start.places]
    seen, waiting = set(), [start]
    while waiting:
        state = waiting.pop()
        key = tuple(sorted((who, one.how) for who, one in state.settled.items()))
        if key in seen:
            continue
        seen.add(key)
        assert state.frozen == (set(state.settled) == set(everyone))
        for signer, how in itertools.product([*everyone, "stranger"], WAYS):
            try:
                after = settle(state, signer, how)
            except Refusal:
                continue
            assert not state.frozen
            assert signer in everyone and signer not in state.settled
            # Nobody of an earlier turn is left out, and nobody of a later one has gone before.
            assert all(who in state.settled for who in everyone if TURN[who] < TURN[signer])
            assert all(TURN[who] <= TURN[signer] for who in state.settled)
            assert after.revisions[: len(state.revisions)] == state.revisions
            assert len(after.revisions) - len(state.revisions) == (how not in ("wet", "refused"))
            assert {who: after.settled[who] for who in state.settled} == dict(state.settled)
            waiting.append(after)
    assert any(len(key) == len(everyone) for key in seen)


def test_the_whole_order_is_who_was_there_then_who_heard_it_then_who_wrote_it_then_who_approves_then_the_seal():
    # Design, section 8; 民诉150: a record is signed by whoever it is about, a witness too, before the bench and clerk.
    turns = [
        ("parties", "present", "recipient", "witness"),
        ("mediator", "judge", "assessors", "server"),
        ("assistant", "clerk"),
        ("chief",),
        ("president",),
        ("seal",),
    ]
    words = [word for turn in turns for word in turn]
    state = begin(words[::-1], {word: (word,) for word in words}, "unsigned")
    for turn in turns:
        assert set(next_allowed(state)) == set(turn)
        for signer in turn:
            state = signed_on_paper(state, signer, state.revision, "0" * 64)
    assert state.frozen


PERSONS = {"parties", "present", "recipient", "witness", "mediator"}
OFFICERS = {"judge", "assessors", "assistant", "clerk", "chief", "president", "server"}


@pytest.mark.parametrize(
    ("how", "who"),
    [
        # 电子签名法3; 解释264: a person writes or presses a thumb, an officer has a key or writes.
        ("ink", PERSONS | OFFICERS),
        ("thumb", PERSONS),
        ("key", OFFICERS),
        ("seal", {"seal"}),
        ("wet", PERSONS | OFFICERS | {"seal"}),
        # 民诉150 ¶3, 89: who is asked to sign for himself may refuse.
        ("refused", {"parties", "present", "recipient"}),
    ],
)
def test_each_way_of_signing_is_that_of_its_people(how, who):
    for word in PERSONS | OFFICERS | {"seal"}:
        state = begin([word], {word: (word,)}, "unsigned")
        if word in who:
            check(state, word, how)
        else:
            with pytest.raises(NeedsCorrection, match="way_of_signing_not_permitted"):
                check(state, word, how)


def test_parties_sign_in_any_order_and_the_judge_waits_for_all():
    state = begin(RECORD, PEOPLE, "unsigned")
    assert set(next_allowed(state)) == {"party:plaintiff", "agent:defendant"}
    state = settle(state, "agent:defendant", "ink")
    with pytest.raises(NotPossibleNow, match="not_yet_in_order") as refusal:
        check(state, "judge", "key")
    assert refusal.value.details["first"] == ("party:plaintiff",)
    state = settle(state, "party:plaintiff", "thumb")
    assert next_allowed(state) == ("mediator", "judge")


def test_a_refusal_with_reason_and_witness_lets_the_others_go_on():
    # 民诉法 art. 150 ¶3: who will not sign is noted, and the record goes to the file.
    state = begin(("parties", "judge", "clerk"), PEOPLE, "unsigned")
    with pytest.raises(NeedsCorrection, match="refusal_needs_reason"):
        refused(state, "agent:defendant", "  ", ["clerk-1"])
    with pytest.raises(NeedsCorrection, match="refusal_needs_witness"):
        refused(state, "agent:defendant", "笔录遗漏", ["agent:defendant"])
    state = refused(state, "agent:defendant", "笔录遗漏其分期方案", ["clerk-1"])
    assert state.settled["agent:defendant"].reason == "笔录遗漏其分期方案"
    assert state.revisions == ("unsigned",)
    state = settle(state, "party:plaintiff", "ink")
    assert next_allowed(state) == ("judge",)


def test_no_officer_refuses_and_no_party_seals():
    state = begin(("judge", "clerk"), {}, "unsigned")
    with pytest.raises(NeedsCorrection, match="way_of_signing_not_permitted"):
        refused(state, "judge", "不愿签", ["clerk-1"])
    state = begin(("parties",), PEOPLE, "unsigned")
    with pytest.raises(NeedsCorrection, match="way_of_signing_not_permitted"):
        check(state, "party:plaintiff", "seal")


def test_a_signature_over_other_bytes_than_stand_is_refused():
    state = settle(begin(RECORD, PEOPLE, "unsigned"), "party:plaintiff", "ink")
    with pytest.raises(NotPossibleNow, match="paper_changed_meanwhile"):
        signed(state, "agent:defendant", "ink", "unsigned", "other")


def test_only_the_court_may_extend_and_only_what_is_frozen():
    state = begin(("judge",), {}, "unsigned")
    with pytest.raises(NotPossibleNow, match="paper_not_frozen"):
        extended(state, "unsigned", "stamped")
    assert is_last(state, "judge")
    state = signed(state, "judge", "key", "unsigned", "signed")
    assert state.frozen
    after = extended(state, "signed", "stamped")
    assert after.revisions == ("unsigned", "signed", "stamped") and after.frozen


def test_a_word_without_people_asks_for_nobody():
    assert [place.signer for place in begin(STATEMENT, {}, "unsigned").places] == ["judge", "clerk", "seal"]


class Signing(RuleBasedStateMachine):
    """Signers come in any order and by any means; real bytes grow beside the machine."""

    @initialize(
        signers=st.lists(st.sampled_from(("parties", "mediator", "judge", "assessors", "clerk", "seal")), unique=True)
    )
    def start(self, signers: list[str]) -> None:
        self.bytes = b"%PDF unsigned"
        self.state = begin(signers, PEOPLE, sha(self.bytes))
        self.history = [self.bytes]
        self.signed_by: list[str] = []

    @rule(signer=st.sampled_from([*TURN, "stranger"]), how=st.sampled_from(WAYS), stale=st.booleans())
    def settle(self, signer: str, how: str, stale: bool) -> None:
        before = self.history[0] if stale else self.bytes
        after = before + f"\n{signer}".encode()
        was_frozen = self.state.frozen
        try:
            if how in ("wet", "refused"):
                self.state = settle(self.state, signer, how)
            else:
                self.state = signed(self.state, signer, how, sha(before), sha(after))
                self.bytes = after
                self.history.append(after)
        except Refusal:
            return
        assert not was_frozen
        self.signed_by.append(signer)

    @rule()
    def court_extends(self) -> None:
        after = self.bytes + b"\ntimestamp"
        try:
            self.state = extended(self.state, sha(self.bytes), sha(after))
        except Refusal:
            assert not self.state.frozen
            return
        self.bytes = after
        self.history.append(after)

    @invariant()
    def nothing_signed_ever_changed(self) -> None:
        if not hasattr(self, "state"):
            return
        assert [sha(one) for one in self.history] == list(self.state.revisions)
        assert all(later.startswith(earlier) for earlier, later in itertools.pairwise(self.history))
        assert len(set(self.signed_by)) == len(self.signed_by)
        turns = [TURN[who] for who in self.signed_by]
        assert turns == sorted(turns)


TestSigning = Signing.TestCase
TestSigning.settings = settings(max_examples=60, stateful_step_count=30)
