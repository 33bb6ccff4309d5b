-- What a search looks at, apart from the journal: its indexes cost more than storing the event, and are written behind
-- the answer, for many events at once. One row per event, by the number of the event.
create table journal_search (
    entry_id    bigint       not null,
    feed        varchar(64)  not null,
    product     varchar(16)  not null,
    domain      varchar(1000),
    event_id    varchar(1000) not null,
    type        varchar(255) not null,
    family      varchar(255) not null,
    path        varchar,
    username    varchar,
    occurred_at bigint,
    constraint journal_search_key primary key (entry_id)
);

drop index journal_entry_by_type;
drop index journal_entry_by_feed;
drop index journal_entry_by_domain;
drop index journal_entry_by_username;
drop index journal_entry_by_event_id;
drop index journal_entry_by_path;
drop index journal_entry_by_occurred;

-- A row that is not summed up yet says between which numbers its new events lie: those may not be in journal_search.
alter table journal_tally add column first_entry bigint;
alter table journal_tally add column last_entry bigint;
-- A node of the version before does not say so while it is still running: then they may lie anywhere.
alter table journal_tally alter column first_entry set default 0;
alter table journal_tally alter column last_entry set default 9223372036854775807;

insert into journal_search (entry_id, feed, product, domain, event_id, type, family, path, username, occurred_at)
select id, feed, product, domain, event_id, type, family, path, username, occurred_at from journal_entry;
