-- The court's own templates, each pack signed by the court. Local: a pack arrives on a stick or with the program.

CREATE TABLE template_pack (
    digest    TEXT PRIMARY KEY,          -- SHA-256 of the manifest, hex
    title     TEXT NOT NULL,
    manifest  BLOB NOT NULL,             -- RFC 8785 bytes, as they were signed
    signature BLOB NOT NULL,             -- Ed25519, by the court's key
    installed TEXT NOT NULL,             -- claimed time, ISO 8601
    officer   TEXT NOT NULL
) STRICT;

CREATE TABLE template_version (          -- one wording, for ever
    name        TEXT NOT NULL,
    version     INTEGER NOT NULL CHECK (version >= 1000),
    declaration BLOB NOT NULL,
    body        BLOB NOT NULL,
    sample      BLOB NOT NULL,
    PRIMARY KEY (name, version)
) STRICT;

CREATE TABLE template_in_force (         -- from which day which wording is used; version NULL: the program's own again
    pack          TEXT NOT NULL REFERENCES template_pack (digest),
    name          TEXT NOT NULL,
    version       INTEGER,
    in_force_from TEXT NOT NULL,         -- YYYY-MM-DD
    made_on       TEXT NOT NULL,         -- of the pack: of two for one day the later made counts
    PRIMARY KEY (pack, name)
) STRICT;
CREATE INDEX template_in_force_name ON template_in_force (name, in_force_from);

CREATE TRIGGER template_pack_never_changes BEFORE UPDATE ON template_pack
BEGIN SELECT RAISE(ABORT, 'template_pack_never_changes'); END;
CREATE TRIGGER template_pack_is_never_deleted BEFORE DELETE ON template_pack
BEGIN SELECT RAISE(ABORT, 'template_pack_never_changes'); END;
CREATE TRIGGER template_version_never_changes BEFORE UPDATE ON template_version
BEGIN SELECT RAISE(ABORT, 'template_version_never_changes'); END;
CREATE TRIGGER template_version_is_never_deleted BEFORE DELETE ON template_version
BEGIN SELECT RAISE(ABORT, 'template_version_never_changes'); END;
CREATE TRIGGER template_in_force_never_changes BEFORE UPDATE ON template_in_force
BEGIN SELECT RAISE(ABORT, 'template_in_force_never_changes'); END;
CREATE TRIGGER template_in_force_is_never_deleted BEFORE DELETE ON template_in_force
BEGIN SELECT RAISE(ABORT, 'template_in_force_never_changes'); END;
