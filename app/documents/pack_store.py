"""The tables of the court's own templates: which wordings are here, and from which day each is in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.storage.database import Database

FIRST_VERSION = 1000
"""The court counts its versions from here on, so that they never meet the program's."""


@dataclass(frozen=True)
class HeldTemplate:
    """One version of the court's own, as the bytes that were signed for."""

    name: str
    version: int
    declaration: bytes
    body: bytes
    sample: bytes


@dataclass(frozen=True)
class InForce:
    """From that day on papers of that name are made with that version; None: with the program's own again."""

    name: str
    version: int | None
    in_force_from: str


@dataclass(frozen=True)
class HeldPack:
    """A pack that was installed: SHA-256 of its manifest, title, when and by whom."""

    digest: str
    title: str
    installed: str
    officer: str


def held_version(database: Database, name: str, version: int) -> HeldTemplate | None:
    """That version of the court's own template, or None."""
    rows = database.query("SELECT * FROM template_version WHERE name = ? AND version = ?", (name, version))
    return HeldTemplate(**rows[0]) if rows else None


def version_in_force(database: Database, name: str, on: str) -> int | None:
    """The court's version in force on the day ``on`` (YYYY-MM-DD); None where the program's own is."""
    rows = database.query(
        "SELECT version FROM template_in_force WHERE name = ? AND in_force_from <= ?"
        " ORDER BY in_force_from DESC, made_on DESC, version DESC, pack LIMIT 1",
        (name, on),
    )
    return rows[0]["version"] if rows else None


def names_in_force(database: Database, on: str) -> list[str]:
    """Every document for which the court's own wording is in force on that day."""
    rows = database.query("SELECT DISTINCT name FROM template_in_force WHERE in_force_from <= ? ORDER BY name", (on,))
    return [row["name"] for row in rows if version_in_force(database, row["name"], on) is not None]


def packs(database: Database) -> list[HeldPack]:
    """The packs installed here, in order."""
    return [
        HeldPack(**row)
        for row in database.query("SELECT digest, title, installed, officer FROM template_pack ORDER BY rowid")
    ]


def timetable(database: Database, name: str) -> list[InForce]:
    """What the court has said about a document, by day."""
    rows = database.query(
        "SELECT name, version, in_force_from FROM template_in_force WHERE name = ?"
        " ORDER BY in_force_from, made_on, version, pack",
        (name,),
    )
    return [InForce(**row) for row in rows]


def keep(
    database: Database,
    pack: HeldPack,
    manifest: bytes,
    signature: bytes,
    made_on: str,
    templates: Iterable[HeldTemplate],
    in_force: Iterable[InForce],
) -> None:
    """The pack is here whole, or, if anything fails, not at all. What was checked is not checked again."""
    with database.transaction():
        database.execute(
            "INSERT INTO template_pack (digest, title, manifest, signature, installed, officer)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (pack.digest, pack.title, manifest, signature, pack.installed, pack.officer),
        )
        for one in templates:
            if held_version(database, one.name, one.version) is None:
                database.execute(
                    "INSERT INTO template_version (name, version, declaration, body, sample) VALUES (?, ?, ?, ?, ?)",
                    (one.name, one.version, one.declaration, one.body, one.sample),
                )
        for said in in_force:
            database.execute(
                "INSERT INTO template_in_force (pack, name, version, in_force_from, made_on) VALUES (?, ?, ?, ?, ?)",
                (pack.digest, said.name, said.version, said.in_force_from, made_on),
            )
