"""A laptop that belongs to no court yet: sees who a court says it is, and is made a profile that belongs to it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.cases.court import write_court
from app.clock import Clock, Randomness
from app.desk import Desk, Officer
from app.errors import NeedsCorrection, NotPossibleNow
from app.journal.devices import add_devices
from app.keys.provision import NewOfficer, provision
from app.keys.session import Session
from app.keys.spoken import spoken
from app.signing.certificates import KeyHolder
from app.signing.session_keys import ask_for_certificates, keys_here
from app.tell import JournalTeller
from sync.client import run_round
from sync.enrolment import Ticket, enrol
from sync.link import CourtLink, LinkBroken, court_offered
from sync.messages import Arrive, Welcome


@dataclass(frozen=True)
class Choice:
    """What an officer chose in private, by the id that the court gave."""

    id: str
    passphrase: str
    pin: str


@dataclass(frozen=True)
class Settled:
    """What waits for the court now: each key with the ten words that its people will ask for."""

    court_name: str
    device: str
    waiting: tuple[tuple[KeyHolder, str], ...]


def ticket_for(url: str, code: str) -> Ticket:
    """The ticket that this address and code make; its ``words`` are to be compared before it is used.

    Nothing of it is certain until a person has: whoever answers there may say anything. Refuses with
    ``court_address_wrong`` or ``server_unreachable``.
    """
    address = url.strip().rstrip("/")
    if "://" not in address:
        address = f"https://{address}"
    if not address.startswith("https://"):
        raise NeedsCorrection("court_address_wrong")
    offered = court_offered(address)
    return Ticket(address, offered.court, offered.authority, offered.papers, code)


def welcomed(ticket: Ticket) -> Welcome:
    """What the court makes profiles with, and whom it has named; refuses as ``enrol`` does. The code stays good."""
    with CourtLink(ticket.url, ticket.authority) as link:
        try:
            return link.welcome(Arrive(ticket.code))
        except LinkBroken:
            raise NotPossibleNow("server_unreachable") from None


def settle_in(
    profile: Path, ticket: Ticket, chosen: Sequence[Choice], clock: Clock, randomness: Randomness
) -> Settled:
    """The profile exists and belongs to the court of the ticket; its keys have asked for their certificates.

    Refuses as ``provision``, ``write_court`` and ``enrol`` do, and with ``no_such_officer`` for one whom the court has
    not named; then nothing of the profile is left.
    """
    welcome = welcomed(ticket)
    named = {officer.id: officer for officer in welcome.officers}
    if any(choice.id not in named for choice in chosen):
        raise NeedsCorrection("no_such_officer")
    officers = [
        NewOfficer(choice.id, named[choice.id].name, named[choice.id].role, choice.passphrase, choice.pin)
        for choice in chosen
    ]
    session = provision(
        profile, officers, clock, randomness, court_escrow=welcome.escrow, practice=welcome.practice
    )
    try:
        desk = _belonging(session, ticket, welcome, officers[0], clock, randomness)
    except BaseException:
        session.lock()
        shutil.rmtree(profile)
        raise
    try:
        for officer in officers[1:]:
            session.join(officer.id, officer.passphrase)
        ask_for_certificates(desk, session)
        # The requests lie in the journal: what does not reach the court now goes with the next round.
        with suppress(NotPossibleNow):
            run_round(desk)
        waiting = tuple((key, spoken(key.public)) for key in keys_here(session.database))
        return Settled(welcome.court_name, session.device.device_id, waiting)
    finally:
        session.lock()


def _belonging(
    session: Session, ticket: Ticket, welcome: Welcome, first: NewOfficer, clock: Clock, randomness: Randomness
) -> Desk:
    named = [officer.wire() for officer in welcome.officers]
    write_court(session.database, {**welcome.settings, "officers": named, "practice": welcome.practice})
    add_devices(session.database, {session.device.device_id: session.device.public})
    officer = Officer(first.id, first.name, first.role)
    desk = Desk(session.database, JournalTeller(), clock, randomness, officer, session.device)
    enrol(desk, ticket, "")
    return desk
