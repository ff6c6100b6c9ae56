-- ---------------------------------------------------------------- call-out trees (비상연락망)
create table notices.call_tree (
    id         uuid primary key,
    name       text not null,
    rungs      jsonb not null,
    version    int not null,
    changed_at timestamptz not null,
    changed_by text not null,
    retired_at timestamptz
);
create unique index call_tree_name on notices.call_tree (name) where retired_at is null;

-- ---------------------------------------------------------------- calls (비상소집)
create sequence notices.call_serial as int;

create table notices.call (
    serial     int primary key default nextval('notices.call_serial'),
    tree       uuid not null references notices.call_tree,
    -- who stood in it when the call began: what is changed later changes no call
    name       text not null,
    rungs      jsonb not null,
    text       text not null,
    drill      boolean not null,
    cause      text not null,
    by_id      uuid not null,
    by_name    text not null,
    started_at timestamptz not null,
    state      text not null check (state in ('RUNNING', 'EXHAUSTED', 'MET', 'ENDED')),
    next_at    timestamptz,
    met_at     timestamptz,
    ended_at   timestamptz,
    check (state in ('RUNNING', 'EXHAUSTED') or next_at is null)
);
create index call_due on notices.call (next_at) where next_at is not null;
create index call_listed on notices.call (started_at desc, serial desc);
alter table notices.alert_way add constraint alert_way_call foreign key (call) references notices.call;

-- What happened, written once each: two nodes that come to the same conclusion write it once.
create table notices.call_event (
    call    int not null references notices.call,
    number  int not null,
    kind    text not null check (kind in ('OPENED', 'TOLD', 'ANSWERED', 'MET', 'EXHAUSTED', 'ENDED')),
    at      timestamptz not null,
    rung    int,
    person  uuid,
    attempt int,
    answer  text check (answer in ('COMING', 'UNABLE')),
    words   text not null default '',
    via     text check (via in ('LINK', 'DESK')),
    sms     uuid,
    email   uuid,
    primary key (call, number)
);
create unique index call_told on notices.call_event (call, rung, person, attempt) where kind = 'TOLD';

create function notices.call_events_stay() returns trigger language plpgsql as $$
begin
    raise exception 'what happened in a call stays written';
end $$;
create trigger call_events_stay before update or delete on notices.call_event
    for each row execute function notices.call_events_stay();
