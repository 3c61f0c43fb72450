-- A court restored from an older backup gives an entry another place in its log than the one that we know; its earlier
-- word is kept as evidence. Frozen: a change is a new migration.

DROP TRIGGER journal_place_is_never_deleted;

CREATE TABLE old_receipts (              -- receipts that held until the court showed a log that contradicts them
    leaf  BLOB NOT NULL,
    place INTEGER NOT NULL,
    size  INTEGER NOT NULL,              -- of the head, kept among tree_heads, that the path leads to
    path  BLOB NOT NULL,
    PRIMARY KEY (leaf, place, size)
) STRICT;
