-- ---------------------------------------------------------------- messages to one person (낱건 발송)
-- A run that grows: messages are added to it as they come, and it goes on whenever it had closed.
alter table notices.run add column grows boolean not null default false;
-- Such a run has many small chunks, and nearly all of them are done.
create index chunk_unfinished on notices.chunk (send) where state <> 'DONE';

-- One run for each use, channel and day. Their numbers begin far above those of sends, which people read and which have no gaps.
create sequence notices.single_run_number as int start 1000000001;
create table notices.single_run (
    send    int primary key default nextval('notices.single_run_number'),
    use     text not null check (use in ('CODE', 'CALL', 'POST', 'API', 'TEST')),
    channel text not null check (channel in ('SMS', 'EMAIL', 'PUSH')),
    day     date not null,
    unique (use, channel, day)
);

-- What is to go out stands here from the transaction that asked for it; row and send come when the ledger has it. Address, subject and
-- text are sealed together, and gone once nobody needs them.
create table notices.single (
    id        uuid primary key,
    use       text not null check (use in ('CODE', 'CALL', 'POST', 'API', 'TEST')),
    channel   text not null check (channel in ('SMS', 'EMAIL', 'PUSH')),
    sealed    text,
    masked    text not null,
    ending    text not null,
    by_id     uuid not null,
    by_name   text not null,
    reference text not null,
    made_at   timestamptz not null,
    send      int,
    row       int,
    erased_at timestamptz,
    check ((send is null) = (row is null)),
    check ((sealed is null) = (erased_at is not null)),
    foreign key (send, row) references notices.message deferrable initially deferred
);
create unique index single_row on notices.single (send, row) where row is not null;
create index single_waiting on notices.single (id) where row is null;
create index single_use on notices.single (use, id);
create index single_ending on notices.single (ending, id) where ending <> '';
create index single_sealed on notices.single (made_at) where sealed is not null;
create index single_code on notices.single (made_at) where sealed is not null and use = 'CODE';
create index single_shown on notices.single (made_at) where masked <> '';

-- Codes go out as singles now.
drop table notices.code_letter;

-- ---------------------------------------------------------------- what officers are reached by (직원 연락처)
create table notices.officer_reach (
    account    uuid primary key,
    sealed     text not null,
    masked     text not null,
    changed_at timestamptz not null,
    changed_by text not null
);
