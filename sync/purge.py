"""A case leaves the laptop once the court has it safe, and comes back whole when the laptop asks for it."""

from __future__ import annotations

import json
from typing import Any

from app.archive.purge import may_be_purged, purge_case
from app.cases.purged import note_back, purged_cases
from app.cases.store import list_cases
from app.desk import Desk
from app.errors import NeedsCorrection, NotPossibleNow
from sync.client import run_round
from sync.link import CourtLink, LinkBroken
from sync.merge import Arrivals
from sync.messages import Cursor, Pull
from sync.receipts import safe_at_court
from sync.store import SyncStore

PAGE = 256 * 1024
MOST_CASES = 1000


def purgeable(desk: Desk) -> list[dict[str, Any]]:
    """Closed cases here, each with ``safe``: whether it may be purged now."""
    try:
        SyncStore(desk.database).home()
    except NotPossibleNow:
        return []
    closed = [case for case in list_cases(desk.database, MOST_CASES) if case["closed"]]
    return [case | {"safe": may_be_purged(desk, case["id"], _safe(desk))} for case in closed]


def purge(desk: Desk, case: str) -> None:
    """The case is purged from this laptop; refuses as ``purge_case`` does, and with ``not_enrolled``."""
    purge_case(desk, case, _safe(desk))


def bring_back(desk: Desk, case: str) -> None:
    """The court has sent the purged case again, this laptop's own entries too; its attachments follow in a round.

    Refuses with ``case_not_purged``, as a round does, and with ``case_not_in_scope`` where the court gives none of it.
    """
    if case not in {row["case_id"] for row in purged_cases(desk.database)}:
        raise NeedsCorrection("case_not_purged")
    home = SyncStore(desk.database).home()
    compartments = sorted({json.loads(entry.header)["compartment"] for entry in desk.journal.of_case(case)})
    arrivals = Arrivals(desk, home)
    with CourtLink.of(home, desk.device) as link:
        try:
            beyond = 1 << 52  # nothing but what is asked for apart
            pull = Pull(beyond, tuple(Cursor(case, each, 0) for each in compartments), PAGE, True)
            while True:
                page = link.pull(pull)
                arrivals.take(page.entries, link.device)
                if not page.more:
                    break
                pull = pull.then(page.upto)
        except LinkBroken:
            raise NotPossibleNow("server_unreachable") from None
    if any(entry.body is None for entry in desk.journal.of_case(case)):
        raise NotPossibleNow("case_not_in_scope")
    note_back(desk.database, case)
    run_round(desk)


def _safe(desk: Desk) -> Any:
    return lambda names, digests: safe_at_court(desk.database, names, digests)
