-- Where each attachment's encrypted file lies on this laptop, and the key of its own that opens it. Local, never sent.

CREATE TABLE attachment_file (
    file_id  TEXT PRIMARY KEY,           -- 16 random bytes, hex; the file's name on disk
    key      BLOB NOT NULL,              -- 32 random bytes; without this row the file is noise
    purpose  TEXT NOT NULL,              -- copy | capture | receive: what to do with a file that was cut short
    digest   TEXT,                       -- SHA-256 of the plain bytes, hex; known from the start only when received
    size     INTEGER,                    -- plain bytes
    finished INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX attachment_file_once ON attachment_file (digest) WHERE finished = 1;
CREATE UNIQUE INDEX attachment_file_arriving ON attachment_file (digest) WHERE finished = 0 AND purpose = 'receive';
