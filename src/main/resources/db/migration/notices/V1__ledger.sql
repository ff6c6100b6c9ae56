create schema notices;

-- ---------------------------------------------------------------- the ledger (발송 원장)
-- Numbers instead of uuids where rows are many: a send is known here by its serial.
create table notices.run (
    send       int primary key,
    lane       smallint not null check (lane between 0 and 2),
    rows       int not null check (rows >= 0),
    state      text not null check (state in ('READY', 'RUNNING', 'PAUSED', 'CANCELLED', 'CLOSED')),
    started_at timestamptz,
    closed_at  timestamptz
);
create index run_open on notices.run (lane, send) where state = 'RUNNING';

-- Who gets the send, frozen; never changed afterwards.
create table notices.message (
    send    int not null references notices.run,
    row     int not null check (row > 0),
    contact uuid not null,
    fields  jsonb,
    primary key (send, row)
);
create index message_contact on notices.message (contact, send);

-- The window of doubt: what its holder may have in hand when it dies.
create table notices.chunk (
    send    int not null references notices.run,
    number  int not null,
    attempt smallint not null,
    first   int not null,
    last    int not null check (last >= first),
    state   text not null check (state in ('WAITING', 'LEASED', 'DONE')),
    holder  uuid,
    carrier smallint not null,
    fence   int not null,
    until   timestamptz,
    primary key (send, number),
    check ((state = 'LEASED') = (holder is not null)),
    check ((state = 'LEASED') = (until is not null))
) with (fillfactor = 70);
create index chunk_waiting on notices.chunk (send, number) where state = 'WAITING';
create index chunk_leased on notices.chunk (until) where state = 'LEASED';

-- What became of each message; a row is written once and never changed, and each stage of an attempt happens once at most.
create table notices.outcome (
    send       int not null,
    row        int not null,
    attempt    smallint not null,
    stage      smallint not null check (stage between 1 and 3),
    state      smallint not null,
    at         timestamptz not null,
    carrier    smallint,
    carrier_id text,
    code       text not null,
    primary key (send, row, attempt, stage),
    foreign key (send, row) references notices.message
);
create index outcome_carrier on notices.outcome (carrier_id, carrier) where carrier_id is not null;
create index outcome_unknown on notices.outcome (at) where stage = 1 and state = 6;

-- Counted in the transaction of the outcomes it counts.
create table notices.tally (
    send  int not null references notices.run,
    state smallint not null,
    count int not null check (count >= 0),
    primary key (send, state)
);

-- Receipts whose message nobody knows yet: they came before the answer was written, or belong to somebody else.
create table notices.parked_receipt (
    carrier    smallint not null,
    carrier_id text not null,
    state      smallint not null,
    at         timestamptz not null,
    code       text not null,
    parked_at  timestamptz not null,
    primary key (carrier, carrier_id, state)
);
create index parked_since on notices.parked_receipt (parked_at);
