-- How far each second copy of this database has come. Local, never sent.

CREATE TABLE second_copy (
    copy     TEXT PRIMARY KEY,           -- the copy's own random id, hex
    arrived  INTEGER NOT NULL,           -- arrival number of the last entry in it
    entries  INTEGER NOT NULL,
    volume   INTEGER NOT NULL,           -- the volume written to last, and how long it was then
    length   INTEGER NOT NULL,
    keys     TEXT NOT NULL,              -- digest of the keys that were last written to it
    written  TEXT NOT NULL               -- claimed time
) STRICT;

CREATE TABLE second_copy_attachment (
    copy   TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (copy, digest)
) STRICT;
