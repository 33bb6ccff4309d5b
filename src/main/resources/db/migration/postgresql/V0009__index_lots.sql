create index journal_lot_open on journal_lot (id) where state = 'WAITING';

-- Without figures about the new column, PostgreSQL expects a lot to be a large part of the journal.
analyze journal_entry (lot);
analyze journal_lot;
