-- The access log (접속기록): account, time, address, data subject, task. Entries are added and, after two years, forgotten; nothing else.
create table accounts.access_entry (
    id       uuid primary key,
    at       timestamptz not null,
    account  uuid not null,
    login    text not null,
    name     text not null,
    address  text not null,
    method   text not null,
    path     text not null,
    subject  text not null,
    subjects int not null,
    task     text not null
);
create index access_entry_account on accounts.access_entry (account, id);
create index access_entry_at on accounts.access_entry (at);

create function accounts.keep_records() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.at < now() - interval '2 years' then return old; end if;
    raise exception 'accounts.% keeps its entries', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create function accounts.keep_all() returns trigger language plpgsql as $$
begin
    raise exception 'accounts.% keeps its entries', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create trigger access_entry_kept before update or delete on accounts.access_entry
    for each row execute function accounts.keep_records();
create trigger access_entry_not_emptied before truncate on accounts.access_entry
    for each statement execute function accounts.keep_all();
create trigger sign_in_kept before update or delete on accounts.sign_in
    for each row execute function accounts.keep_records();
create trigger sign_in_not_emptied before truncate on accounts.sign_in
    for each statement execute function accounts.keep_all();

-- A grant is opened, ended once, and kept for three years after its end.
create function accounts.keep_grants() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.until < now() - interval '3 years' then return old; end if;
    elsif old.until is null and new.until is not null
        and (new.id, new.account, new.room, new.level, new.since, new.granted_by, new.why)
            = (old.id, old.account, old.room, old.level, old.since, old.granted_by, old.why) then
        return new;
    end if;
    raise exception 'accounts.room_grant keeps its history' using errcode = 'integrity_constraint_violation';
end $$;

create trigger room_grant_kept before update or delete on accounts.room_grant
    for each row execute function accounts.keep_grants();
create trigger room_grant_not_emptied before truncate on accounts.room_grant
    for each statement execute function accounts.keep_all();

-- The monthly inspection (월 점검) of the access log: who looked it through, when, and what they found.
create table accounts.access_check (
    month      text primary key check (month ~ '^[0-9]{4}-[0-9]{2}$'),
    checked_at timestamptz not null,
    checked_by text not null,
    findings   int not null,
    note       text not null
);
