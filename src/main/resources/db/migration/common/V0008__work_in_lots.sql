-- Events that were stored together are worked together, and as long as that goes well one row says how far the work on
-- all of them has come. An event gets a row in journal_progress when it goes a way of its own: because a handler failed,
-- or somebody replays it; from then on that row counts. A lot that was parted says nothing any more: each of its events
-- has a row. The id of a lot is the number of the first event that came to be in it, and size the characters of all its raw events.
-- Events of versions before are in no lot; each has its row.
create table journal_lot (
    id        bigint      not null,
    state     varchar(10) not null,
    events    integer     not null,
    size      bigint      not null,
    worked_at bigint,
    constraint journal_lot_key primary key (id)
);

alter table journal_entry add column lot bigint;
create index journal_entry_by_lot on journal_entry (lot);
