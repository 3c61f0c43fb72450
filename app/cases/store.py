"""The tables of cases, parties, claims, counterclaims and evidence, and the search over 案号, names and causes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from app.cases.model import Agent, Case, Claim, Counterclaim, Evidence, Party, agent_key
from app.cases.purged import purged_with_number
from app.cases.search import grams_of, match_of
from app.errors import NeedsCorrection
from app.journal.disputes import open_disputes
from app.journal.told import Told
from app.storage.database import Database

VERSION = 3
TABLES = {
    "case_file": """
        CREATE TABLE case_file (
            id INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE, number TEXT NOT NULL, number_type TEXT NOT NULL,
            cause TEXT NOT NULL, stage TEXT NOT NULL, procedure TEXT NOT NULL, closed TEXT, filed_on TEXT NOT NULL,
            last_claimed_at TEXT NOT NULL, fields TEXT NOT NULL) STRICT;
        CREATE INDEX case_file_number ON case_file (number);
        CREATE INDEX case_file_touched ON case_file (last_claimed_at)""",
    "case_party": """
        CREATE TABLE case_party (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, key TEXT NOT NULL, ordinal INTEGER NOT NULL,
            role TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, fields TEXT NOT NULL) STRICT;
        CREATE INDEX case_party_case ON case_party (case_id, ordinal)""",
    "case_claim": """
        CREATE TABLE case_claim (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, ordinal INTEGER NOT NULL, counterclaim TEXT,
            stated TEXT NOT NULL) STRICT;
        CREATE INDEX case_claim_case ON case_claim (case_id, ordinal)""",
    "case_counterclaim": """
        CREATE TABLE case_counterclaim (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, at TEXT NOT NULL, fields TEXT NOT NULL) STRICT;
        CREATE INDEX case_counterclaim_case ON case_counterclaim (case_id, at)""",
    "case_evidence": """
        CREATE TABLE case_evidence (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, ordinal INTEGER NOT NULL, fields TEXT NOT NULL) STRICT;
        CREATE INDEX case_evidence_case ON case_evidence (case_id, ordinal)""",
    "case_gram": """
        CREATE TABLE case_gram (
            id INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE, case_id TEXT NOT NULL, grams TEXT NOT NULL) STRICT;
        DROP TABLE IF EXISTS case_search;
        CREATE VIRTUAL TABLE case_search USING fts5 (
            grams, content='case_gram', content_rowid='id', tokenize="unicode61 remove_diacritics 0");
        CREATE TRIGGER case_gram_added AFTER INSERT ON case_gram BEGIN
            INSERT INTO case_search (rowid, grams) VALUES (new.id, new.grams); END;
        CREATE TRIGGER case_gram_removed AFTER DELETE ON case_gram BEGIN
            INSERT INTO case_search (case_search, rowid, grams) VALUES ('delete', old.id, old.grams); END;""",
}

_LISTED = (
    "SELECT c.record AS id, c.number, c.cause, c.stage, c.procedure, c.closed, c.filed_on,"
    " (SELECT group_concat(p.name, '、') FROM (SELECT name FROM case_party WHERE case_id = c.record"
    " ORDER BY ordinal) p) AS parties FROM case_file c"
)


def receive(database: Database, told: Told) -> None:
    """One row of the table that the record's first act belongs to, and its search words."""
    kind = told.first.act.partition(".")[0]
    if kind == "case":
        _receive_case(database, told)
    elif kind == "party":
        _receive_party(database, told)
    elif kind == "claim":
        database.execute(
            "INSERT INTO case_claim (record, case_id, ordinal, counterclaim, stated) VALUES (?, ?, ?, ?, ?)",
            (
                told.record,
                told.case,
                told.fields["ordinal"],
                told.fields.get("counterclaim"),
                json.dumps(_stated(told), ensure_ascii=False, sort_keys=True),
            ),
        )
    elif kind == "counterclaim":
        database.execute(
            "INSERT INTO case_counterclaim (record, case_id, at, fields) VALUES (?, ?, ?, ?)",
            (told.record, told.case, told.fields["at"], _json(_brought(told))),
        )
    elif kind == "evidence":
        database.execute(
            "INSERT INTO case_evidence (record, case_id, ordinal, fields) VALUES (?, ?, ?, ?)",
            (told.record, told.case, told.fields["ordinal"], _json(told.fields)),
        )


def _stated(told: Told) -> list[dict[str, Any]]:
    """What the claim said, the first first: its opening, then each change that led to the one that stands now."""
    entries = {entry.name: entry for entry in told.entries}
    changes = list[dict[str, Any]]()
    name = told.standing.get("stated")
    while name is not None:
        entry = entries[name]
        stated, bases = entry.fields["stated"], entry.bases.get("stated", ())
        picked = entry.act == "dispute.decided"
        if not picked:
            changes.append(_said(stated))
        # A pick between rivals goes on from the one that was picked.
        name = next((base for base in bases if not picked or entries[base].fields["stated"] == stated), None)
    return [_said(told.fields), *reversed(changes)]


def _said(fields: Mapping[str, Any]) -> dict[str, Any]:
    names = ("amount", "property_total", "by", "at", "inquiry_closed", "dropped")
    said = {name: fields[name] for name in names if fields.get(name) is not None}
    return {"kind": fields["kind"], "text": fields["text"], **said}


def _brought(told: Told) -> dict[str, Any]:
    """The counterclaim's fields as they stand; a decision or an end that says nothing is none."""
    fields = dict(told.fields)
    decision, end = fields.get("decision"), fields.get("end")
    return {
        "by": fields["by"],
        "against": list(fields["against"]),
        "facts": fields["facts"],
        "decision": {name: decision[name] for name in ("joined", "why", "at")} if decision else None,
        "end": {"how": end["how"]} if end else None,
    }


def _receive_case(database: Database, told: Told) -> None:
    fields = told.fields
    database.execute(
        "INSERT INTO case_file (record, number, number_type, cause, stage, procedure, closed, filed_on,"
        " last_claimed_at, fields) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            told.record,
            fields.get("number", ""),
            fields.get("number_type", ""),
            fields.get("cause", ""),
            fields.get("stage", "filed"),
            fields.get("procedure", ""),
            fields.get("closed"),
            fields.get("filed_on", ""),
            told.last.claimed_at,
            _json(fields),
        ),
    )
    _index(database, told, [str(fields.get("number", "")), str(fields.get("cause", ""))], names=[])


def _receive_party(database: Database, told: Told) -> None:
    fields = told.fields
    database.execute(
        "INSERT INTO case_party (record, case_id, key, ordinal, role, kind, name, fields)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            told.record,
            told.case,
            fields["key"],
            fields["ordinal"],
            fields["role"],
            fields["kind"],
            fields["name"],
            _json(fields),
        ),
    )
    _index(database, told, [str(fields.get("phone", ""))], names=[str(fields["name"])])


def _index(database: Database, told: Told, texts: list[str], names: list[str]) -> None:
    database.execute(
        "INSERT INTO case_gram (record, case_id, grams) VALUES (?, ?, ?)",
        (told.record, told.case, grams_of(texts, names)),
    )


def load_case(database: Database, case: str) -> Case:
    """The case with its parties, claims and evidence, without any attachment's bytes; refuses ``unknown_case``."""
    rows = database.query("SELECT * FROM case_file WHERE record = ?", (case,))
    if not rows:
        raise NeedsCorrection("unknown_case", case=case)
    row = rows[0]
    claims = [(one["counterclaim"], _claim(one)) for one in _rows(database, "case_claim", case)]
    asked = {
        of: ([c for o, c in claims if o == of and not c.dropped], [c for o, c in claims if o == of and c.dropped])
        for of in {None, *(of for of, _ in claims)}
    }
    return Case(
        id=case,
        number=row["number"],
        number_type=row["number_type"],
        cause=row["cause"],
        stage=row["stage"],
        fields=json.loads(row["fields"]),
        parties=tuple(_party(r) for r in _rows(database, "case_party", case)),
        claims=tuple(asked[None][0]),
        evidence=tuple(_evidence(r) for r in _rows(database, "case_evidence", case)),
        disputed=tuple(f"{one['record']}.{one['field']}" for one in open_disputes(database, case)),
        dropped=tuple(asked[None][1]),
        counterclaims=tuple(
            _counterclaim(one, *asked.get(one["record"], ([], [])))
            for one in database.query("SELECT * FROM case_counterclaim WHERE case_id = ? ORDER BY at, record", (case,))
        ),
    )


def speakers_of(database: Database, case: str) -> set[str]:
    """Keys of the case's parties and of their agents: who may be named as speaking."""
    rows = database.query(
        "SELECT key, json_array_length(fields, '$.agents') AS agents FROM case_party WHERE case_id = ?", (case,)
    )
    agents = {agent_key(row["key"], number) for row in rows for number in range(1, (row["agents"] or 0) + 1)}
    return {row["key"] for row in rows} | agents


def list_cases(database: Database, limit: int = 200, open_only: bool = False) -> list[dict[str, Any]]:
    """Cases, the last touched first: id, number, cause, stage, procedure, closed, filed_on, parties' names."""
    where = "WHERE c.closed IS NULL" if open_only else ""
    return database.query(f"{_LISTED} {where} ORDER BY c.last_claimed_at DESC LIMIT ?", (limit,))


def find_cases(database: Database, words: str, limit: int = 50) -> list[dict[str, Any]]:
    """Cases whose 案号, cause, or a party's name or pinyin initials hold what was typed (one character is enough);
    newest first, as ``list_cases`` gives them."""
    match = match_of(words)
    if not match:
        return list_cases(database, limit)
    found = database.query(
        # The full-text index gives its rows newest first by itself, if nothing else has a say in the order.
        "SELECT g.case_id FROM (SELECT rowid AS id FROM case_search WHERE grams MATCH ? ORDER BY rowid DESC LIMIT ?) s"
        " JOIN case_gram g ON g.id = s.id ORDER BY s.id DESC",
        (match, limit * 4),
    )
    return list_named(database, list(dict.fromkeys(row["case_id"] for row in found))[:limit])


def list_named(database: Database, ids: list[str]) -> list[dict[str, Any]]:
    """These cases, in this order, as ``list_cases`` gives them; without those that are not here."""
    marks = ",".join("?" * len(ids))
    rows = database.query(f"{_LISTED} WHERE c.record IN ({marks})", ids)
    return sorted(rows, key=lambda row: ids.index(row["id"]))


def case_of_number(database: Database, number: str) -> str | None:
    """The case that has the 案号, if one here has it or had it before it was purged; the first received where two
    laptops used one number."""
    rows = database.query("SELECT record FROM case_file WHERE number = ? ORDER BY id LIMIT 1", (number,))
    return str(rows[0]["record"]) if rows else purged_with_number(database, number)


def cases_with_same_parties(database: Database, names: list[str], cause: str) -> list[dict[str, Any]]:
    """Cases of the same cause in which all the named persons are parties: a duplicate to be pointed out."""
    marks = ",".join("?" * len(names))
    return database.query(
        "SELECT c.record AS id, c.number, c.cause, c.closed FROM case_file c WHERE c.cause = ? AND"
        f" (SELECT count(DISTINCT p.name) FROM case_party p WHERE p.case_id = c.record AND p.name IN ({marks})) = ?",
        (cause, *names, len(set(names))),
    )


def _rows(database: Database, table: str, case: str) -> list[dict[str, Any]]:
    return database.query(f"SELECT * FROM {table} WHERE case_id = ? ORDER BY ordinal, record", (case,))


def _party(row: dict[str, Any]) -> Party:
    fields = json.loads(row["fields"])
    return Party(
        record=row["record"],
        key=row["key"],
        role=row["role"],
        kind=row["kind"],
        name=row["name"],
        data=fields,
        agents=tuple(Agent.of(agent) for agent in fields.get("agents", ())),
        service_address=fields.get("service_address"),
    )


def _claim(row: dict[str, Any]) -> Claim:
    said = tuple(
        Claim(
            row["record"],
            one["kind"],
            one["text"],
            _decimal(one.get("amount")),
            _decimal(one.get("property_total")),
            one.get("by"),
            one.get("at"),
            bool(one.get("inquiry_closed")),
            bool(one.get("dropped")),
        )
        for one in json.loads(row["stated"])
    )
    return replace(said[-1], earlier=said[:-1])


def _counterclaim(row: dict[str, Any], claims: list[Claim], dropped: list[Claim]) -> Counterclaim:
    fields = json.loads(row["fields"])
    decision, end = fields.get("decision") or {}, fields.get("end") or {}
    return Counterclaim(
        record=row["record"],
        by=fields["by"],
        against=tuple(fields["against"]),
        at=row["at"],
        facts=fields["facts"],
        joined=decision.get("joined"),
        why=str(decision.get("why") or ""),
        decided_at=decision.get("at"),
        ended=end.get("how"),
        claims=tuple(claims),
        dropped=tuple(dropped),
    )


def _evidence(row: dict[str, Any]) -> Evidence:
    fields = json.loads(row["fields"])
    return Evidence(
        record=row["record"],
        number=row["ordinal"],
        name=fields["name"],
        by=fields["by"],
        original=bool(fields["original"]),
        pages=int(fields["pages"]),
        proves=fields["proves"],
        files=tuple(fields.get("files", ())),
    )


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _json(value: Any) -> str:
    return json.dumps(dict(value), ensure_ascii=False, sort_keys=True)
