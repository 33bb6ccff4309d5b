-- An event is found by its id as it is told from others: by its identity, which is made of its domain and its id. With
-- the domains at hand, ids need no index of their own. A node of the version before writes what is dropped here, and
-- notes no domains, so none may be running.
create table journal_domain (
    domain varchar(1000) not null
);

insert into journal_domain (domain)
select domain from journal_search where domain is not null
union
select domain from journal_entry where domain is not null and id >= (select min(first_entry) from journal_tally);

drop index journal_search_by_event_id;
alter table journal_search drop column event_id;
