-- The last day of a reservation stands beside its legs while it is open, so that those which are due are found
-- by an index on each account, and not by reading the book.
ALTER TABLE leg ADD COLUMN open_until TEXT;
UPDATE leg SET open_until = (
    SELECT e.content ->> '$.expires'
    FROM account AS a JOIN entry AS e ON e.book = a.book AND e.number = leg.number
    WHERE a.id = leg.account
      AND e.content ->> '$.kind' = 'reserve'
      AND NOT EXISTS (SELECT 1 FROM entry AS c WHERE c.book = e.book AND c.closes = e.number)
);
CREATE INDEX leg_open ON leg (account, open_until) WHERE open_until IS NOT NULL;
