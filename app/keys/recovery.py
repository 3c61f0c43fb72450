"""A forgotten passphrase or a lost officer: two approvals at the laptop, or two shares of the escrow at the court."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.clock import Clock, Randomness
from app.errors import NeedsCorrection
from app.keys import recovery_code, slots
from app.keys.events import note
from app.keys.officers import OfficerRecord, record_of
from app.keys.pin import require_fit
from app.keys.sealing import new_box_key
from app.keys.session import Session, open_with_key, unlock
from app.keys.shares import split

PRESIDENT = "president"


@dataclass(frozen=True)
class ByOfficer:
    """An officer who is signed in here approves with the PIN; counts as the president's word if it is."""

    officer: str
    pin: str = field(repr=False)


@dataclass(frozen=True)
class ByCourtCode:
    """The court opens its envelope and reads the code out."""

    code: str = field(repr=False)


Approval = ByOfficer | ByCourtCode


def new_escrow(randomness: Randomness) -> tuple[bytes, list[bytes]]:
    """A court's escrow key: the public half for every laptop, and three shares, any two of which open."""
    private, public = new_box_key(randomness)
    return public, split(private, randomness, needed=2, count=3)


def give_new_passphrase(
    session: Session, officer_id: str, passphrase: str, pin: str, approvals: Sequence[Approval]
) -> OfficerRecord:
    """The officer has a new passphrase, PIN and signing key, which awaits a certificate; the old key is revoked.

    Needs two of: another officer here, the court's code, the president. Refuses with ``two_approvals_needed``,
    ``wrong_court_code``, ``no_such_officer`` and as ``confirm_pin`` does.
    """
    database = session.database
    former = record_of(database, officer_id)
    kinds = [_kind(session, officer_id, approval) for approval in approvals]
    if len(set(kinds)) < 2:
        raise NeedsCorrection("two_approvals_needed")
    require_fit(pin)
    for approval in approvals:
        if isinstance(approval, ByOfficer):
            session.confirm_pin(approval.pin, approval.officer)
    slot, root = session.new_slot(officer_id, former.name, passphrase)
    who = ",".join(a.officer if isinstance(a, ByOfficer) else "court_code" for a in approvals)
    with database.transaction():
        for approval in approvals:
            if isinstance(approval, ByCourtCode):
                recovery_code.spend(database, approval.code)
        record = session.enrol_anew(officer_id, former.name, former.role, root, pin)
        note(database, session.clock, "passphrase_reset", officer_id, who)
        slots.change_slot(session.profile, slot)
    return record


def open_with_escrow(
    profile: Path,
    shares: Sequence[bytes],
    officer: tuple[str, str, str],
    passphrase: str,
    pin: str,
    clock: Clock,
    randomness: Randomness,
) -> Session:
    """At the court, with two of the three escrow shares: the officer (id, name, role) is signed in with new keys.

    Audited in the profile. Refuses with ``shares_do_not_match``, ``wait_first``, ``slot_damaged``.
    """
    officer_id, name, role = officer
    require_fit(pin)
    opened = slots.open_slot(profile, slots.WithEscrowShares(tuple(shares)), clock)
    session = open_with_key(profile, opened.key, clock, randomness)
    try:
        slot, root = session.new_slot(officer_id, name, passphrase)
        positions = ",".join(str(share[0]) for share in shares)
        with session.database.transaction():
            session.enrol_anew(officer_id, name, role, root, pin)
            note(session.database, clock, "opened_with_escrow", officer_id, f"shares {positions}")
            slots.change_slot(profile, slot)
    finally:
        session.lock()
    return unlock(profile, officer_id, passphrase, clock, randomness)


def _kind(session: Session, officer_id: str, approval: Approval) -> str:
    if isinstance(approval, ByCourtCode):
        return "court_code"
    if approval.officer == officer_id:
        raise NeedsCorrection("two_approvals_needed")
    here = {officer.id: officer.role for officer in session.officers}
    if approval.officer not in here:
        raise NeedsCorrection("officer_not_signed_in", officer=approval.officer)
    return PRESIDENT if here[approval.officer] == PRESIDENT else "officer"
