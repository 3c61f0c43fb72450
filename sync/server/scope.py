"""Which cases and compartments a device may hold, and so may pull."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.journal.entry import COURT, MAIN
from sync.messages import Held
from sync.server.store import scope_versions, scopes

EVERY_CASE = "*"
CONFIDENCE = "confidence"
"""In a scope: each side's confidence in a mediation; an entry names the side ("confidence:plaintiff-1")."""
_AT_ONCE = 400
COMPARTMENTS = (MAIN, "internal", CONFIDENCE)


def kind_of(compartment: str) -> str:
    """A compartment as scopes name it."""
    return compartment.partition(":")[0]


@dataclass(frozen=True)
class Scope:
    """One device's scope; what belongs to no case (编制、号段、撤销) is everybody's."""

    held: frozenset[tuple[str, str]]

    def allows(self, case: str, compartment: str) -> bool:
        kind = kind_of(compartment)
        return (case == COURT and kind == MAIN) or (case, kind) in self.held or (EVERY_CASE, kind) in self.held

    def listed(self) -> tuple[Held, ...]:
        return tuple(Held(case, compartment) for case, compartment in sorted(self.held))


def condition(
    case: sa.ColumnElement[str], compartment: sa.ColumnElement[str], court: str, device: str
) -> sa.ColumnElement[bool]:
    """About the same answer as ``Scope.allows``, for the database to give, so that it reads few rows in vain."""
    # Queries, not lists: a laptop may hold more cases than a statement takes values.
    mine = sa.select(scopes.c.case_id).where(scopes.c.court == court, scopes.c.device == device)
    every = sa.exists(mine.where(scopes.c.case_id == EVERY_CASE, compartment.like(scopes.c.compartment + "%")))
    return sa.or_(case == COURT, every, case.in_(mine))


def version_of(connection: Connection, court: str, device: str) -> str:
    """Another whenever the device's scope is another; a laptop that has this version need not be told."""
    found = connection.execute(sa.select(scope_versions.c.version).where(_version(court, device))).scalar()
    return str(found or "")


def scope_of(connection: Connection, court: str, device: str, cases: Sequence[str] | None = None) -> Scope:
    """The device's scope; with `cases`, as much of it as concerns these."""
    wanted = sa.select(scopes.c.case_id, scopes.c.compartment).where(scopes.c.court == court, scopes.c.device == device)
    if cases is None:
        return Scope(frozenset((row.case_id, row.compartment) for row in connection.execute(wanted)))
    held = set[tuple[str, str]]()
    ordered = sorted({EVERY_CASE, *cases})
    for start in range(0, len(ordered), _AT_ONCE):
        rows = connection.execute(wanted.where(scopes.c.case_id.in_(ordered[start : start + _AT_ONCE])))
        held.update((row.case_id, row.compartment) for row in rows)
    return Scope(frozenset(held))


def put_in_scope(
    connection: Connection, court: str, device: str, case: str, compartments: tuple[str, ...] = COMPARTMENTS
) -> None:
    """The device may hold the case from now on; again is harmless."""
    put_all_in_scope(connection, court, device, (case,), compartments)


def put_all_in_scope(
    connection: Connection,
    court: str,
    device: str,
    cases: Sequence[str],
    compartments: tuple[str, ...] = COMPARTMENTS,
) -> None:
    """The device may hold the cases from now on; again is harmless."""
    held = scope_of(connection, court, device, cases).held
    fresh: list[dict[str, Any]] = [
        {"court": court, "device": device, "case_id": case, "compartment": compartment}
        for case in cases
        for compartment in compartments
        if (case, compartment) not in held
    ]
    if fresh:
        connection.execute(scopes.insert(), fresh)
        _changed(connection, court, device)


def take_from_scope(connection: Connection, court: str, device: str, case: str) -> None:
    """The device may hold the case no longer; it learns so at its next hello."""
    connection.execute(
        scopes.delete().where(scopes.c.court == court, scopes.c.device == device, scopes.c.case_id == case)
    )
    _changed(connection, court, device)


def _changed(connection: Connection, court: str, device: str) -> None:
    # A random name, not a count: a court restored from a backup must not count to the same number twice.
    connection.execute(scope_versions.delete().where(_version(court, device)))
    connection.execute(scope_versions.insert().values(court=court, device=device, version=secrets.token_hex(8)))


def _version(court: str, device: str) -> sa.ColumnElement[bool]:
    return (scope_versions.c.court == court) & (scope_versions.c.device == device)
