-- One database holds any number of books. Amounts are whole numbers in the account's unit.
-- The two tables whose rows change with every entry keep half of each page free, so that a new version of a row finds
-- room beside the old one and no index has to be touched.
CREATE TABLE ledger_book (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text COLLATE "C" NOT NULL UNIQUE,
    number bigint NOT NULL,           -- of the last entry; 0 while the book is empty
    hash bytea NOT NULL               -- of the last entry; of the book's name while it is empty
) WITH (fillfactor = 50);

CREATE TABLE ledger_account (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    book bigint NOT NULL REFERENCES ledger_book (id),
    name text COLLATE "C" NOT NULL,
    terms text NOT NULL,              -- the limit, as JSON
    terms_from bigint NOT NULL,       -- the number of the entry that gave these terms
    ratio_of text COLLATE "C",        -- the account that a ratio is taken of
    posted bigint NOT NULL,
    pending bigint NOT NULL,
    leaving bigint NOT NULL,
    latest date NOT NULL,             -- the latest day of any draw
    UNIQUE (book, name)
) WITH (fillfactor = 50);
CREATE INDEX ledger_account_ratio ON ledger_account (book, ratio_of) WHERE ratio_of IS NOT NULL;

CREATE TABLE ledger_entry (
    book bigint NOT NULL,
    number bigint NOT NULL,
    key text COLLATE "C" NOT NULL,
    closes bigint,                    -- the number of the reservation that this one closes
    content text NOT NULL,            -- canonical JSON, as it is hashed
    hash bytea NOT NULL,
    PRIMARY KEY (book, number),
    UNIQUE (book, key)
);
CREATE INDEX ledger_entry_closes ON ledger_entry (book, closes) WHERE closes IS NOT NULL;

-- Which entries touch an account.
CREATE TABLE ledger_leg (
    account bigint NOT NULL,
    number bigint NOT NULL,
    PRIMARY KEY (account, number)
);
