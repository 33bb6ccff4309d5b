create table if not exists moved_file (
    event_id   varchar(1000) not null,
    moved_from varchar,
    moved_to   varchar
);
