create index journal_search_by_type on journal_search (family, type, entry_id);
create index journal_search_by_feed on journal_search (product, feed, entry_id);
create index journal_search_by_domain on journal_search (domain, entry_id);
create index journal_search_by_username on journal_search (username, entry_id);
create index journal_search_by_event_id on journal_search (event_id);
create index journal_search_by_path on journal_search (path);
create index journal_search_by_occurred on journal_search (occurred_at);
