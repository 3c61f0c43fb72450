"""Purging a closed case from this laptop: bodies and attachments go, headers and the chain stay (design, section 9)."""

from __future__ import annotations

from collections.abc import Callable

from app.attachments.service import files_of, of_case
from app.attachments.store import named
from app.cases.purged import note_purged
from app.cases.store import load_case
from app.desk import OFFICERS, Desk
from app.errors import NeedsCorrection, NotPossibleNow
from app.storage.drafts import drop_drafts_about

Safe = Callable[[list[str], list[str]], bool]
"""Whether these entries (names) and attachments (digests) are safe at the court."""


def may_be_purged(desk: Desk, case: str, safe: Safe) -> bool:
    """Whether the case is closed, and every word and attachment of it is safe at the court."""
    if not load_case(desk.database, case).closed:
        return False
    names = [entry.name for entry in desk.journal.of_case(case)]
    return safe(names, _files(desk, case))


def purge_case(desk: Desk, case: str, safe: Safe) -> None:
    """No body, attachment, row or draft of the case is left here; its headers stay, and the chains still verify.

    In one transaction, so that a power cut leaves all of it or nothing. The second copy is to be begun again after
    it. Refuses with ``role_not_permitted``, ``case_still_open`` and ``not_safe_at_court``.
    """
    desk.require_role(*OFFICERS, "administrator")
    held = load_case(desk.database, case)
    if not held.closed:
        raise NeedsCorrection("case_still_open", number=held.number)
    if not may_be_purged(desk, case, safe):
        raise NotPossibleNow("not_safe_at_court", number=held.number)
    files, digests = files_of(desk), _files(desk, case)
    with desk.database.transaction():
        records = list(desk.journal.records_of_case(case))
        drop_drafts_about(desk.database, {case, *records})
        for record in records:
            desk.teller.forget(desk.database, desk.told(record))
        desk.journal.drop_bodies(case)
        kept = {row["digest"] for row in named(desk.database)}
        for digest in digests:
            if digest not in kept:
                files.let_go(digest)
        note_purged(desk, case, held.number)
    files.tidy()


def _files(desk: Desk, case: str) -> list[str]:
    files = files_of(desk)
    return sorted({row["digest"] for row in of_case(desk.database, case) if files.has(row["digest"])})
