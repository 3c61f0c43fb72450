-- What this laptop knows about its court and has had from it. Frozen: a change is a new migration.

CREATE TABLE sync_court (                -- one row: the court that enrolled this laptop
    id             INTEGER PRIMARY KEY CHECK (id = 1),
    court          TEXT NOT NULL,        -- 法院代字
    court_name     TEXT NOT NULL,
    url            TEXT NOT NULL,
    authority      TEXT NOT NULL,        -- the court CA, PEM
    certificate    BLOB NOT NULL,        -- this device's, DER
    log_key        BLOB NOT NULL,        -- Ed25519, 32 bytes: signs heads
    court_device   BLOB NOT NULL,        -- Ed25519, 32 bytes: signs the court's own chain
    bundle_key     BLOB NOT NULL,        -- X25519, 32 bytes: the court's
    bundle_private BLOB NOT NULL,        -- X25519, 32 bytes: ours, opens answers that come on a stick
    practice       INTEGER NOT NULL,
    pushed_to      INTEGER NOT NULL,     -- own sequence that the court has acknowledged
    after_place    INTEGER NOT NULL,     -- everything in scope before this place in the court's log is here
    scope_version  TEXT,
    scope          TEXT NOT NULL         -- JSON [[case, compartment], …]
) STRICT;

CREATE TABLE sync_cursor (               -- cases that stand elsewhere than at after_place
    case_id     TEXT NOT NULL,
    compartment TEXT NOT NULL,
    place       INTEGER NOT NULL,
    PRIMARY KEY (case_id, compartment)
) STRICT;

CREATE TABLE tree_heads (                -- signed heads of the court's log that were verified here
    size         INTEGER NOT NULL,
    at           TEXT NOT NULL,
    backed_up_to INTEGER NOT NULL,
    head         BLOB NOT NULL,
    signature    BLOB NOT NULL,
    standing     INTEGER NOT NULL,       -- 0: the court has since shown a log that contradicts it
    PRIMARY KEY (size, at, head)
) STRICT;

CREATE TABLE receipts (
    leaf  BLOB PRIMARY KEY,              -- "e" and an entry's name, or "a" and an attachment's SHA-256
    place INTEGER NOT NULL,
    size  INTEGER,                       -- of the head that the path leads to; NULL until it is proven
    path  BLOB                           -- RFC 6962 audit path, 32 bytes a step
) STRICT;
CREATE INDEX receipts_unproven ON receipts (place) WHERE size IS NULL;

CREATE TABLE sync_held_back (            -- the other branch of a forked device: verified, kept, not told
    name      TEXT PRIMARY KEY,
    place     INTEGER NOT NULL,
    header    BLOB NOT NULL,
    signature BLOB NOT NULL,
    body      BLOB
) STRICT;

CREATE TABLE sync_wish (                 -- blocks of numbers asked for, until the court has answered
    request TEXT PRIMARY KEY,
    type    TEXT NOT NULL,
    year    INTEGER NOT NULL,
    count   INTEGER NOT NULL
) STRICT;
