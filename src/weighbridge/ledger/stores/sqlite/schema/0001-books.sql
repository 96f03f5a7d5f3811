-- One file holds any number of books. Days are ISO 8601 text; amounts are whole numbers in the account's unit.
CREATE TABLE book (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    number INTEGER NOT NULL,          -- of the last entry; 0 while the book is empty
    hash BLOB NOT NULL                -- of the last entry; of the book's name while it is empty
) STRICT;

CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    book INTEGER NOT NULL REFERENCES book (id),
    name TEXT NOT NULL,
    terms TEXT NOT NULL,              -- the limit, as JSON
    ratio_of TEXT,                    -- the account that a ratio is taken of
    posted INTEGER NOT NULL,
    pending INTEGER NOT NULL,
    leaving INTEGER NOT NULL,
    latest TEXT NOT NULL,             -- the latest day of any draw
    UNIQUE (book, name)
) STRICT;
CREATE INDEX account_ratio ON account (book, ratio_of) WHERE ratio_of IS NOT NULL;

CREATE TABLE entry (
    book INTEGER NOT NULL,
    number INTEGER NOT NULL,
    key TEXT NOT NULL,
    closes INTEGER,                   -- the number of the reservation that this one closes
    content TEXT NOT NULL,            -- canonical JSON, as it is hashed
    hash BLOB NOT NULL,
    PRIMARY KEY (book, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX entry_key ON entry (book, key);
CREATE INDEX entry_closes ON entry (book, closes) WHERE closes IS NOT NULL;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never changed; reverse it by a new one'); END;
CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never deleted; reverse it by a new one'); END;

-- Which entries touch an account.
CREATE TABLE leg (
    account INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (account, number)
) STRICT, WITHOUT ROWID;
