"""Who may sign a paper now: parties, then mediator and judge, then clerk, then seal, then frozen; pure rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from app.errors import NeedsCorrection, NotPossibleNow

How = Literal["ink", "thumb", "key", "wet", "seal", "refused"]

SEAL = "seal"

# Design, section 8: parties → mediator or judge → clerk → seal; who approves (审批) comes between clerk and seal.
_TURN: Mapping[str, int] = {
    "parties": 0,
    "present": 0,
    "recipient": 0,
    "witness": 0,
    "mediator": 1,
    "judge": 1,
    "assessors": 1,
    "server": 1,
    "assistant": 2,
    "clerk": 2,
    "chief": 3,
    "president": 4,
    SEAL: 5,
}
_ONE_BOX = frozenset({"judge", "clerk", "chief", "president", SEAL})
_MAY_REFUSE = frozenset({"parties", "present", "recipient"})
_MAY_SIGN: Mapping[How, frozenset[str]] = {
    "ink": frozenset(_TURN) - {SEAL},
    "thumb": frozenset({"parties", "present", "recipient", "witness", "mediator"}),
    "key": frozenset({"judge", "assessors", "assistant", "clerk", "chief", "president", "server"}),
    "wet": frozenset(_TURN),
    "seal": frozenset({SEAL}),
}


@dataclass(frozen=True)
class Place:
    """One signer of one paper: ``signer`` is the box's id, ``kind`` the template's word for him."""

    signer: str
    kind: str


@dataclass(frozen=True)
class Settled:
    """What a signer did. A refusal keeps its reason and witnesses (民诉法 art. 150 ¶3) and makes no revision."""

    how: How
    evidence: str | None = None
    """SHA-256 of the scan for ``wet``."""
    reason: str = ""
    witnesses: tuple[str, ...] = ()


@dataclass(frozen=True)
class SigningState:
    """A paper on its way to frozen; ``revisions`` are SHA-256 of its bytes, the unsigned first, and only ever grow."""

    places: tuple[Place, ...]
    revisions: tuple[str, ...]
    settled: Mapping[str, Settled] = field(default_factory=dict)
    extended: bool = False
    """Whether the court has added a timestamp since the paper was frozen."""

    @property
    def frozen(self) -> bool:
        """Everyone has signed or refused: no one signs any more."""
        return len(self.settled) == len(self.places)

    @property
    def revision(self) -> str:
        """SHA-256 of the bytes that stand now."""
        return self.revisions[-1]

    @property
    def signatures(self) -> int:
        """How many of its signers have signed the bytes (refusals and pens on paper leave none in the file)."""
        return sum(one.how not in ("wet", "refused") for one in self.settled.values())


def begin(signers: Sequence[str], people: Mapping[str, Sequence[str]], unsigned: str) -> SigningState:
    """A paper none has signed; ``signers`` is the template's list, ``people`` the box ids behind each word.

    A word without people (no mediator, no assessors, nobody else present) asks for nobody. ``judge``, ``clerk``,
    ``chief``, ``president`` and ``seal`` stand for the box of the same name unless ``people`` says otherwise.
    ``unsigned`` is the SHA-256 of the bytes to be signed.
    """
    places: list[Place] = []
    for kind in sorted(signers, key=lambda word: _TURN[word]):
        named = people.get(kind, (kind,) if kind in _ONE_BOX else ())
        places += [Place(signer, kind) for signer in named]
    names = [place.signer for place in places]
    if len(set(names)) != len(names):
        raise ValueError("signer_named_twice")
    return SigningState(tuple(places), (unsigned,))


def next_allowed(state: SigningState) -> tuple[str, ...]:
    """The signers who may settle now, in the template's order; within one turn any of them may be first."""
    waiting = [place for place in state.places if place.signer not in state.settled]
    if not waiting:
        return ()
    turn = min(_TURN[place.kind] for place in waiting)
    return tuple(place.signer for place in waiting if _TURN[place.kind] == turn)


def is_last(state: SigningState, signer: str) -> bool:
    """Whether this signer's signature will be the paper's last, so that it should lock the whole paper."""
    return next_allowed(state) == (signer,) and len(state.settled) + 1 == len(state.places)


def check(state: SigningState, signer: str, how: How) -> None:
    """Nothing where this signer may settle so now; else refuses ``paper_frozen``, ``not_a_signer``,
    ``already_signed``, ``not_yet_in_order`` (with who comes first) or ``way_of_signing_not_permitted``.
    """
    if state.frozen:
        raise NotPossibleNow("paper_frozen")
    place = next((one for one in state.places if one.signer == signer), None)
    if place is None:
        raise NeedsCorrection("not_a_signer", signer=signer)
    if signer in state.settled:
        raise NotPossibleNow("already_signed", signer=signer)
    allowed = next_allowed(state)
    if signer not in allowed:
        raise NotPossibleNow("not_yet_in_order", signer=signer, first=allowed)
    permitted = _MAY_REFUSE if how == "refused" else _MAY_SIGN[how]
    if place.kind not in permitted:
        raise NeedsCorrection("way_of_signing_not_permitted", signer=signer, how=how)


def signed(state: SigningState, signer: str, how: How, before: str, after: str) -> SigningState:
    """The paper after a signature that turned the bytes ``before`` (SHA-256) into ``after``.

    Refuses ``paper_changed_meanwhile`` when ``before`` is not what stands: then something else was signed.
    """
    if how in ("wet", "refused"):
        raise ValueError("leaves_no_signature_in_the_file")
    check(state, signer, how)
    if before != state.revision:
        raise NotPossibleNow("paper_changed_meanwhile")
    if after in state.revisions:
        raise ValueError("signature_left_the_bytes_as_they_were")
    return _settle(replace(state, revisions=(*state.revisions, after)), signer, Settled(how))


def signed_on_paper(state: SigningState, signer: str, before: str, scan: str) -> SigningState:
    """The paper after a pen's signature on its print; ``scan`` is the SHA-256 of the scan, the bytes stay.

    ``before`` is the revision that was printed; refuses ``paper_changed_meanwhile`` for any other, unless only
    signatures came after it: the text in the hand was the same.
    """
    check(state, signer, "wet")
    if before not in state.revisions:
        raise NotPossibleNow("paper_changed_meanwhile")
    return _settle(state, signer, Settled("wet", evidence=scan))


def refused(state: SigningState, signer: str, reason: str, witnesses: Sequence[str]) -> SigningState:
    """The paper after someone would not sign: settled with reason and witnesses, bytes as before.

    民诉法 art. 150 ¶3: refusal is noted and filed. Refuses ``refusal_needs_reason`` and ``refusal_needs_witness``
    (one other than himself).
    """
    check(state, signer, "refused")
    if not reason.strip():
        raise NeedsCorrection("refusal_needs_reason")
    others = tuple(dict.fromkeys(one for one in witnesses if one.strip() and one != signer))
    if not others:
        raise NeedsCorrection("refusal_needs_witness")
    return _settle(state, signer, Settled("refused", reason=reason.strip(), witnesses=others))


def told(state: SigningState, acts: Iterable[Mapping[str, Any]]) -> SigningState:
    """The paper after what the journal says was done about it, each act with the fields of its entry, in order.

    Refuses as ``signed``, ``signed_on_paper`` and ``refused`` do.
    """
    for act in acts:
        if act["how"] == "refused":
            state = refused(state, act["signer"], act["reason"], act["witnesses"])
        elif act["how"] == "wet":
            state = signed_on_paper(state, act["signer"], act["before"], act["digest"])
        else:
            state = signed(state, act["signer"], act["how"], act["before"], str(act["revision"]))
    return state


def extended(state: SigningState, before: str, after: str) -> SigningState:
    """The frozen paper after the court appended a timestamp or validation data to it."""
    if not state.frozen:
        raise NotPossibleNow("paper_not_frozen")
    if before != state.revision:
        raise NotPossibleNow("paper_changed_meanwhile")
    if after in state.revisions:
        return state
    return replace(state, revisions=(*state.revisions, after), extended=True)


def _settle(state: SigningState, signer: str, settled: Settled) -> SigningState:
    return replace(state, settled={**state.settled, signer: settled})
