create index journal_lot_open on journal_lot (state, id);
