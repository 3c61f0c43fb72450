"""A court's folder on its server: what names it, its keys, its database and its objects."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Sequence
from pathlib import Path

from app.clock import Clock
from app.errors import NeedsCorrection
from sync.server.certificates import SLACK, CourtKeys
from sync.server.court import Court, CourtFacts
from sync.server.objects import BucketObjects, FolderObjects
from sync.server.paper_root import make_paper_root, open_paper_root
from sync.server.store import Store
from sync.server.timestamper import make_timestamper

FACTS = "court.json"
KEYS = "keys"
DATABASE = "court.db"
OBJECTS = "objects"


def make_court(
    folder: Path,
    facts: CourtFacts,
    hosts: Sequence[str],
    now: datetime.datetime,
    keys: Path | None = None,
    papers_since: datetime.datetime | None = None,
) -> None:
    """The folder holds a new court, served at these host names; refuses with ``court_exists``.

    `keys` puts the secrets elsewhere, so that a backup of the folder opens nothing. `papers_since` is an earlier
    moment from which the root for papers is valid: a practised day may lie in the past.
    """
    if (folder / FACTS).exists():
        raise NeedsCorrection("court_exists")
    folder.mkdir(parents=True, exist_ok=True)
    secrets = keys or folder / KEYS
    CourtKeys.make(secrets, facts.name, hosts, facts.practice, now)
    make_paper_root(secrets, facts.name, facts.practice, min(now, papers_since or now) - SLACK, os.urandom)
    make_timestamper(secrets, open_paper_root(secrets), os.urandom)
    value = {"code": facts.code, "name": facts.name, "practice": facts.practice, "hosts": list(hosts)}
    (folder / FACTS).write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")


def open_court(
    folder: Path,
    clock: Clock,
    keys: Path | None = None,
    database: str | None = None,
    objects: str | None = None,
) -> Court:
    """The court of the folder; `database` (an SQLAlchemy URL) and `objects` (``s3://…``) where these lie elsewhere."""
    try:
        value = json.loads((folder / FACTS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise NeedsCorrection("no_court_here") from None
    facts = CourtFacts(str(value["code"]), str(value["name"]), bool(value["practice"]))
    store = Store(database or f"sqlite:///{folder / DATABASE}")
    place = BucketObjects.at(objects) if objects else FolderObjects(folder / OBJECTS)
    return Court(facts, store, place, CourtKeys.load(keys or folder / KEYS), clock)
