-- The last day of a reservation stands beside its legs while it is open, so that those which are due are found
-- by an index on each account, and not by reading the book.
ALTER TABLE ledger_leg ADD COLUMN open_until date;
UPDATE ledger_leg SET open_until = (e.content::json ->> 'expires')::date
FROM ledger_account AS a
JOIN ledger_entry AS e ON e.book = a.book
WHERE a.id = ledger_leg.account
  AND e.number = ledger_leg.number
  AND e.content::json ->> 'kind' = 'reserve'
  AND NOT EXISTS (SELECT 1 FROM ledger_entry AS c WHERE c.book = e.book AND c.closes = e.number);
CREATE INDEX ledger_leg_open ON ledger_leg (account, open_until) WHERE open_until IS NOT NULL;
