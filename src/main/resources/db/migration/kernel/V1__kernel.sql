create schema kernel;

create table kernel.seed_run (
    name   text primary key,
    made   text not null,
    ran_at timestamptz not null
);

-- The audit trail (감사기록): who did what to what, when and from where.
create table kernel.trail_entry (
    id        uuid primary key,
    at        timestamptz not null,
    actor     uuid not null,
    login     text not null,
    room      text not null,
    act       text not null,
    subject   text not null,
    address   text not null,
    details   jsonb not null
);
create index trail_entry_subject on kernel.trail_entry (subject, at);

-- What kind of office this is (시연·운영): one row, said when it first opens.
create table kernel.office (
    one       boolean primary key default true check (one),
    kind      text not null check (kind in ('DEMO', 'PRODUCTION')),
    opened_at timestamptz not null
);
