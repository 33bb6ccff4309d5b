-- Every index is paid for at each delivery, so one serves several questions, and each ends with the id, which is the
-- order in which pages are read. Long values are indexed by their first 300 characters: an index row of PostgreSQL
-- holds at most 2,704 bytes.
create index journal_entry_by_type on journal_entry (family, type, id);
create index journal_entry_by_feed on journal_entry (product, feed, id);
create index journal_entry_by_domain on journal_entry (left(domain, 300), id);
create index journal_entry_by_username on journal_entry (left(username, 300), id);
create index journal_entry_by_event_id on journal_entry (left(event_id, 300));
create index journal_entry_by_path on journal_entry (left(path, 300) text_pattern_ops);

-- Events are received soon after they occurred, stragglers aside: a summary per range of pages is enough.
create index journal_entry_by_occurred on journal_entry using brin (occurred_at int8_minmax_multi_ops);

-- Of the work only what is not done is indexed: these stay small, however large the journal grows.
create index journal_progress_open on journal_progress (state, entry_id)
    where state in ('WAITING', 'RETRYING', 'DEAD');
create index journal_progress_due on journal_progress (due_at) where state = 'RETRYING';
