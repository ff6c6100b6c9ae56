-- Data keys (데이터 키) wrapped by a master key that is kept outside the database.
create table kernel.data_key (
    id         text primary key check (id ~ '^[a-z][0-9]+$'),
    purpose    text not null check (purpose in ('field', 'index')),
    suite      text not null,
    master     text not null,
    wrapped    text not null,
    made_at    timestamptz not null,
    number     bigint generated always as identity
);
-- one index key for the life of the database: indexes must stay comparable
create unique index data_key_one_index on kernel.data_key (purpose) where purpose = 'index';
