-- ---------------------------------------------------------------- advertising and public notices (광고·공고)
create table press.placement (
    id         uuid primary key,
    outlet     uuid not null references press.outlet,
    kind       text not null check (kind in ('ADVERTISEMENT', 'NOTICE')),
    title      text not null,
    size       text not null default '',
    day        date not null,               -- planned at first, then the day it appeared
    fee        bigint not null check (fee >= 0),
    line       uuid,                        -- a line of the office's budget; its own room keeps it
    line_name  text not null default '',
    state      text not null check (state in ('PLANNED', 'PLACED', 'PROVED', 'PAID', 'CANCELLED')),
    proof      uuid,
    proof_name text not null default '',
    note       text not null default '',
    added_at   timestamptz not null,
    added_by   text not null
);
create index placement_day on press.placement (day, id);
create index placement_outlet on press.placement (outlet);

-- Every step with who and when; the last one is the state.
create table press.placement_step (
    placement uuid not null references press.placement,
    number    int not null,
    state     text not null,
    at        timestamptz not null,
    by        text not null,
    why       text not null default '',
    primary key (placement, number)
);
