-- The chain over the audit trail: an entry carries a keyed hash of itself from the moment it is written; the sealer gives it its
-- number and its link in commit order. Both tables only ever grow.
alter table kernel.trail_entry add column mac bytea not null default '';
alter table kernel.trail_entry alter column mac drop default;
create index trail_entry_at on kernel.trail_entry (at, id);
create index trail_entry_login on kernel.trail_entry (login, at, id);
create index trail_entry_act on kernel.trail_entry (room, act, at, id);

create table kernel.trail_seal (
    seq   bigint primary key check (seq > 0),
    entry uuid not null unique,
    chain bytea not null check (length(chain) = 32)
);

-- entries that wait for their seal
create table kernel.trail_pending (
    entry uuid primary key
);
insert into kernel.trail_pending select id from kernel.trail_entry;

create function kernel.trail_grows_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail only grows: % on % refused', tg_op, tg_table_name using errcode = '42501';
end $$;

create trigger trail_entry_grows_only before update or delete or truncate on kernel.trail_entry
    for each statement execute function kernel.trail_grows_only();
create trigger trail_seal_grows_only before update or delete or truncate on kernel.trail_seal
    for each statement execute function kernel.trail_grows_only();
