"""An officer signs in at the terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any


def passphrase(who: str) -> str:
    """Asked for at the terminal, or read from a pipe."""
    import getpass

    return getpass.getpass(f"{who}: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")


def signed_in(profile: Path, officer: str | None, clock: Any) -> Any:
    """A desk on the profile."""
    from app.desk import Desk, Officer
    from app.keys.session import unlock
    from app.keys.slots_file import officers_of
    from app.tell import JournalTeller

    who = officer or officers_of(profile)[0][0]
    session = unlock(profile, who, passphrase(who), clock, os.urandom)
    found = session.officer
    return Desk(
        session.database, JournalTeller(), clock, os.urandom, Officer(found.id, found.name, found.role), session.device
    )
