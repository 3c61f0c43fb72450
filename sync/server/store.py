"""The court server's tables (SQLAlchemy Core, every one keyed by court) and its transactions, one for each batch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine

TABLES = sa.MetaData()


def _table(name: str, *columns: sa.schema.SchemaItem) -> sa.Table:
    return sa.Table(name, TABLES, sa.Column("court", sa.String(32), primary_key=True), *columns)


def _key(name: str, kind: Any = None) -> sa.Column[Any]:
    return sa.Column(name, kind or sa.String(255), primary_key=True, autoincrement=False)


def _required(name: str, kind: Any = None) -> sa.Column[Any]:
    return sa.Column(name, kind or sa.String(255), nullable=False)


def _perhaps(name: str, kind: Any = None) -> sa.Column[Any]:
    return sa.Column(name, kind or sa.String(255), nullable=True)


courts = _table(
    "courts",
    _required("log_size", sa.BigInteger),
    _required("backed_up_to", sa.BigInteger),
    _required("scope_round", sa.BigInteger),
)
devices = _table(
    "devices",
    _key("device"),
    _required("certificate", sa.LargeBinary),
    _required("public", sa.LargeBinary),
    _required("bundle_key", sa.LargeBinary),
    _required("name"),
    _required("enrolled_at"),
    _required("forked", sa.Boolean),
)
enrolment_codes = _table(
    "enrolment_codes",
    _key("code_digest"),
    _required("name"),
    _required("expires_at"),
    _required("every_case", sa.Boolean),
    _perhaps("device"),
)
settings = _table("settings", _key("name"), _required("value", sa.Text))
stamps = _table("stamps", _key("revision", sa.String(64)))
lease_keys = _table("lease_keys", _key("device"), _required("sealed", sa.LargeBinary))
keys = _table(
    "keys",
    _key("key"),
    _required("device"),
    _required("use"),
    _required("holder"),
    _required("name"),
    _required("role"),
    _required("request", sa.LargeBinary),
    _required("public", sa.LargeBinary),
    _required("asked_at"),
    _required("state"),
    _required("reason"),
    _perhaps("certificate", sa.LargeBinary),
)
officers = _table("officers", _key("officer"), _required("name"), _required("role"))
revocations = _table("revocations", _key("kind"), _key("subject"), _required("at"), _required("reason"))
entries = _table(
    "entries",
    _key("name", sa.String(64)),
    _required("device"),
    _required("sequence", sa.BigInteger),
    _required("case_id"),
    _required("compartment"),
    _perhaps("group_id"),
    _required("header", sa.LargeBinary),
    _required("signature", sa.LargeBinary),
    _perhaps("body", sa.LargeBinary),
    _required("place", sa.BigInteger),
    _required("received_at"),
    _required("sender"),
    _required("flags"),
    sa.Index("entries_place", "court", "place", unique=True),
    sa.Index("entries_chain", "court", "device", "sequence"),
    sa.Index("entries_case", "court", "case_id", "place"),
)
log = _table("log", _key("place", sa.BigInteger), _required("leaf", sa.LargeBinary))
log_heads = _table(
    "log_heads",
    _key("size", sa.BigInteger),
    _key("at"),
    _required("backed_up_to", sa.BigInteger),
    _required("head", sa.LargeBinary),
    _required("signature", sa.LargeBinary),
)
scopes = _table("scopes", _key("device"), _key("case_id"), _key("compartment"))
scope_versions = _table("scope_versions", _key("device"), _required("version"))
cursors = _table("cursors", _key("device"), _required("place", sa.BigInteger), _required("at"))
queued_services = _table("queued_services", _key("service"), _required("case_id"), _required("queued_at"))
number_blocks = _table(
    "number_blocks",
    _key("type"),
    _key("year", sa.Integer),
    _key("first", sa.BigInteger),
    _required("last", sa.BigInteger),
    _required("device"),
    _required("request"),
    _required("leased_at"),
    sa.Index("number_blocks_request", "court", "device", "request", unique=True),
)
voice = _table("voice", _key("record"), _key("field"), _required("entry"))
attachments = _table(
    "attachments",
    _key("digest", sa.String(64)),
    _required("size", sa.BigInteger),
    _required("object"),
    _required("sealed_key", sa.LargeBinary),
    _required("place", sa.BigInteger),
)
uploads = _table(
    "uploads",
    _key("digest", sa.String(64)),
    _key("device"),
    _required("size", sa.BigInteger),
    _required("object"),
    _required("sealed_key", sa.LargeBinary),
    _required("done", sa.Boolean),
)
named_attachments = _table(
    "named_attachments",
    _key("digest", sa.String(64)),
    _key("entry", sa.String(64)),
    _required("device"),
    _required("case_id"),
    _required("compartment"),
)


class Store:
    """One database with the tables of any number of courts."""

    def __init__(self, url: str) -> None:
        self.engine: Engine = sa.create_engine(url, pool_pre_ping=not url.startswith("sqlite"))
        if self.engine.dialect.name == "sqlite":
            _prepare_sqlite(self.engine)
        TABLES.create_all(self.engine)

    def begin_court(self, court: str) -> None:
        """The court has its row, from which its log grows."""
        with self.engine.begin() as connection:
            if connection.execute(sa.select(courts.c.court).where(courts.c.court == court)).first() is None:
                connection.execute(courts.insert().values(court=court, log_size=0, backed_up_to=0, scope_round=0))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, court: str) -> Iterator[Connection]:
        """One transaction, the only one that writes for this court until it ends: the log has no gaps."""
        with self.engine.connect().execution_options(writing=True) as connection, connection.begin():
            connection.execute(sa.select(courts.c.court).where(courts.c.court == court).with_for_update())
            yield connection

    def close(self) -> None:
        self.engine.dispose()


def _prepare_sqlite(engine: Engine) -> None:
    # The driver's own BEGIN comes late and shared; two writers would then fail instead of waiting for each other.
    @event.listens_for(engine, "connect")
    def connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "busy_timeout = 20000",
            "foreign_keys = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
