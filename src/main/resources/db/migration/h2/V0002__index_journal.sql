-- Raw texts up to this size stay in their row.
set max_length_inplace_lob 8192;

create index journal_entry_by_type on journal_entry (family, type, id);
create index journal_entry_by_feed on journal_entry (product, feed, id);
create index journal_entry_by_domain on journal_entry (domain, id);
create index journal_entry_by_username on journal_entry (username, id);
create index journal_entry_by_event_id on journal_entry (event_id);
create index journal_entry_by_path on journal_entry (path);
create index journal_entry_by_occurred on journal_entry (occurred_at);

create index journal_progress_open on journal_progress (state, entry_id);
create index journal_progress_due on journal_progress (state, due_at);
