-- Keys of this laptop and of its officers. Local, never journalled, never sent.

CREATE TABLE key_device (                -- the laptop's own secrets, plain inside the encrypted database
    name   TEXT PRIMARY KEY,             -- device | issuing | lease | recovery
    secret BLOB NOT NULL
) STRICT;

CREATE TABLE key_officer (               -- wrapped by the officer's own passphrase, not by the database key
    officer     TEXT NOT NULL,
    generation  INTEGER NOT NULL,
    name        TEXT NOT NULL,
    role        TEXT NOT NULL,
    public      BLOB NOT NULL,           -- P-256, SubjectPublicKeyInfo DER
    box_public  BLOB NOT NULL,           -- X25519, for shares sealed to the officer
    box         BLOB,                    -- both private keys, sealed; NULL once revoked
    box_next    BLOB,                    -- the same under a passphrase that is just being changed
    certificate BLOB,                    -- DER, once the court has certified the key
    state       TEXT NOT NULL,           -- awaiting_certificate | active | revoked
    PRIMARY KEY (officer, generation)
) STRICT;
CREATE UNIQUE INDEX key_officer_current ON key_officer (officer) WHERE state <> 'revoked';

CREATE TABLE key_pin (
    officer  TEXT PRIMARY KEY,
    salt     BLOB NOT NULL,
    verifier BLOB NOT NULL,
    wrong    INTEGER NOT NULL DEFAULT 0  -- counted before each try is looked at
) STRICT;

CREATE TABLE key_seal_share (            -- a seal's key lies nowhere whole
    seal   TEXT NOT NULL,
    holder TEXT NOT NULL,
    box    BLOB NOT NULL,                -- a share, sealed to the holder
    PRIMARY KEY (seal, holder)
) STRICT;

CREATE TABLE key_lease (
    one           INTEGER PRIMARY KEY CHECK (one = 1),
    days          INTEGER NOT NULL,
    used_ms       INTEGER NOT NULL,      -- measured since the last court head, summed over boots
    claimed_ms    INTEGER NOT NULL,      -- as the wall clock claims, without its jumps
    boot          TEXT NOT NULL,
    monotonic_ms  INTEGER NOT NULL,
    wall          TEXT NOT NULL,         -- claimed, ISO 8601
    jumped        INTEGER NOT NULL,      -- whether the clock jumped since the last court head
    extensions    INTEGER NOT NULL       -- court codes used so far, each once
) STRICT;

CREATE TABLE key_event (                 -- who opened, recovered or changed a key
    number       INTEGER PRIMARY KEY,
    what         TEXT NOT NULL,
    officer      TEXT NOT NULL,
    with_whom    TEXT NOT NULL,
    claimed_at   TEXT NOT NULL,
    boot         TEXT NOT NULL,
    monotonic_ms INTEGER NOT NULL
) STRICT;
CREATE TRIGGER key_event_is_append_only BEFORE UPDATE ON key_event
BEGIN SELECT RAISE(ABORT, 'key_event_is_append_only'); END;
CREATE TRIGGER key_event_is_never_deleted BEFORE DELETE ON key_event
BEGIN SELECT RAISE(ABORT, 'key_event_is_append_only'); END;
