-- How many more events are processed, or less: a backlog of millions is not counted row by row. A node of the version
-- before does not count them, so none may be running: with more than 10,000 waiting, the figures would be wrong for good.
alter table journal_tally add column processed bigint default 0 not null;

insert into journal_tally
    (received, stored, duplicates, quarantined, conflicts, released, expired, processed, first_entry, last_entry)
select 0, 0, 0, 0, 0, 0, 0, count(*), null, null from journal_progress where state = 'PROCESSED';
