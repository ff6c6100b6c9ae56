-- ---------------------------------------------------------------- keys of other programs (연계 인증키)
create table notices.api_key (
    id          uuid primary key,
    name        text not null,
    purpose     text not null,
    kind        text not null check (kind in ('LIVE', 'TEAM', 'TEST')),
    state       text not null check (state in ('WAITING', 'RETURNED', 'ACTIVE', 'REVOKED')),
    -- of the key itself nobody keeps more than this
    hash        text not null unique,
    ending      text not null,
    expires_on  date not null,
    per_minute  int not null check (per_minute > 0),
    per_month   int not null check (per_month > 0),
    free        boolean not null,
    seal        text not null,
    paper       uuid,
    number      text not null default '',
    author      uuid not null,
    author_name text not null,
    made_at     timestamptz not null,
    opened_at   timestamptz,
    revoked_at  timestamptz,
    revoked_by  text not null default '',
    revoked_why text not null default '',
    check ((state = 'REVOKED') = (revoked_at is not null))
);
create unique index api_key_name on notices.api_key (lower(name)) where state <> 'REVOKED';

-- Which version of which text a key may send.
create table notices.api_key_template (
    key      uuid not null references notices.api_key,
    template uuid not null,
    number   int not null,
    primary key (key, template),
    foreign key (template, number) references notices.template_version
);

-- Whom a key of the office itself may reach.
create table notices.api_key_address (
    key    uuid not null references notices.api_key,
    finder text not null,
    masked text not null,
    primary key (key, finder)
);

create table notices.api_minute (
    key    uuid not null references notices.api_key,
    minute timestamptz not null,
    used   int not null,
    primary key (key, minute)
);
create index api_minute_old on notices.api_minute (minute);

create table notices.api_month (
    key   uuid not null references notices.api_key,
    month date not null,
    used  int not null,
    primary key (key, month)
);

-- What was asked for under a name of the caller's own, and what was answered.
create table notices.api_once (
    key     uuid not null references notices.api_key,
    name    text not null,
    body    text not null,
    answer  text not null,
    made_at timestamptz not null,
    primary key (key, name)
);
create index api_once_old on notices.api_once (made_at);

-- Every call: which key, when, what for; never an address of a person (연계 접속기록).
create table notices.api_call (
    id       uuid primary key,
    key      uuid not null references notices.api_key,
    at       timestamptz not null,
    method   text not null,
    path     text not null,
    status   int not null,
    millis   int not null,
    messages int not null
);
create index api_call_key on notices.api_call (key, id desc);
create index api_call_old on notices.api_call (at);

create index single_by on notices.single (by_id, id) where use in ('API', 'TEST');
