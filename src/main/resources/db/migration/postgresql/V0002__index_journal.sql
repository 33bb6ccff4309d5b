-- Long values are indexed by their first 300 characters: an index row of PostgreSQL holds at most 2,704 bytes.
create index journal_entry_by_received on journal_entry (received_at, id);
create index journal_entry_by_occurred on journal_entry (occurred_at);
create index journal_entry_by_feed on journal_entry (feed, received_at);
create index journal_entry_by_product on journal_entry (product, received_at);
create index journal_entry_by_domain on journal_entry (left(domain, 300), received_at);
create index journal_entry_by_type on journal_entry (type, received_at);
create index journal_entry_by_family on journal_entry (family, received_at);
create index journal_entry_by_event_id on journal_entry (left(event_id, 300));
create index journal_entry_by_username on journal_entry (left(username, 300), received_at);
create index journal_entry_by_path on journal_entry (left(path, 300) text_pattern_ops);

-- Of the work only what is not done is indexed: these stay small, however large the journal grows.
create index journal_progress_due on journal_progress (state, due_at)
    where state in ('WAITING', 'RETRYING', 'DEAD');
create index journal_progress_open on journal_progress (state, waiting_since)
    where state in ('WAITING', 'RETRYING', 'DEAD');
