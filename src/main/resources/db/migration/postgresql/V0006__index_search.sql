-- One index serves several questions, and each ends with the number, which is the order in which pages are read. Long
-- values are indexed by their first 300 characters: an index row of PostgreSQL holds at most 2,704 bytes.
create index journal_search_by_type on journal_search (family, type, entry_id);
create index journal_search_by_feed on journal_search (product, feed, entry_id);
create index journal_search_by_domain on journal_search (left(domain, 300), entry_id);
create index journal_search_by_username on journal_search (left(username, 300), entry_id);
create index journal_search_by_event_id on journal_search (left(event_id, 300));
create index journal_search_by_path on journal_search (left(path, 300) text_pattern_ops);

-- Events are received soon after they occurred, stragglers aside: a summary per range of pages is enough.
create index journal_search_by_occurred on journal_search using brin (occurred_at int8_minmax_multi_ops);

-- Searches ask where the events begin and end that are not indexed yet.
create index journal_tally_first on journal_tally (first_entry) where first_entry is not null;
create index journal_tally_last on journal_tally (last_entry) where last_entry is not null;

analyze journal_search;
