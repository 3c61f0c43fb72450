-- What happened, in order; and what is local to this laptop. Frozen: a change is a new migration.

CREATE TABLE migration (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL
) STRICT;

CREATE TABLE journal_header (
    name      TEXT PRIMARY KEY,          -- SHA-256 of header, hex
    device    TEXT NOT NULL,
    sequence  INTEGER NOT NULL,
    header    BLOB NOT NULL,             -- RFC 8785 bytes, as they were signed
    signature BLOB NOT NULL,
    case_id   TEXT NOT NULL,             -- or 'court'
    arrived   INTEGER NOT NULL           -- order of arrival on this laptop
) STRICT;
CREATE INDEX journal_header_chain ON journal_header (device, sequence);
CREATE INDEX journal_header_case ON journal_header (case_id, arrived);
CREATE UNIQUE INDEX journal_header_arrived ON journal_header (arrived);

CREATE TABLE journal_body (
    name   TEXT PRIMARY KEY REFERENCES journal_header (name),
    record TEXT NOT NULL,
    act    TEXT NOT NULL,
    body   BLOB NOT NULL                 -- RFC 8785 bytes, as they were hashed
) STRICT;
CREATE INDEX journal_body_record ON journal_body (record);

CREATE TABLE journal_place (             -- an entry's place in the court's log, once it is known
    name      TEXT PRIMARY KEY REFERENCES journal_header (name),
    log_index INTEGER NOT NULL UNIQUE
) STRICT;

CREATE TRIGGER journal_header_is_append_only BEFORE UPDATE ON journal_header
BEGIN SELECT RAISE(ABORT, 'journal_is_append_only'); END;
CREATE TRIGGER journal_header_is_never_deleted BEFORE DELETE ON journal_header
BEGIN SELECT RAISE(ABORT, 'journal_is_append_only'); END;
CREATE TRIGGER journal_body_is_append_only BEFORE UPDATE ON journal_body
BEGIN SELECT RAISE(ABORT, 'journal_is_append_only'); END;
CREATE TRIGGER journal_place_is_append_only BEFORE UPDATE ON journal_place
BEGIN SELECT RAISE(ABORT, 'journal_is_append_only'); END;
CREATE TRIGGER journal_place_is_never_deleted BEFORE DELETE ON journal_place
BEGIN SELECT RAISE(ABORT, 'journal_is_append_only'); END;

CREATE TABLE teller (                    -- which version of a feature told its tables
    feature TEXT PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL                  -- JSON
) STRICT;

CREATE TABLE draft (                     -- typing that is not finished; local, never sent
    kind TEXT NOT NULL,
    key  TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT;
