-- What the counting handler did. Without a key, so that an effect that happened twice is there twice.
create table chaos_effect (
    event_id varchar(1000) not null
);
