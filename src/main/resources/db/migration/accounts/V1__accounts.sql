create schema accounts;

-- Staff accounts (직원 계정). The login is kept in lower case; the password is an Argon2id hash, null where only passkeys or OIDC lead in.
create table accounts.account (
    id                  uuid primary key,
    login               text not null unique check (login ~ '^[a-z][a-z0-9._-]{1,31}$'),
    name                text not null check (name <> ''),
    team                text not null default '',
    title               text not null default '',
    extension           text not null default '',
    email               text not null default '',
    state               text not null check (state in ('ACTIVE', 'SUSPENDED', 'LEFT')),
    password            text,
    password_changed_at timestamptz,
    must_change         boolean not null default false,
    version             int not null default 0,
    made_at             timestamptz not null,
    made_by             text not null,
    changed_at          timestamptz not null,
    changed_by          text not null
);
create unique index account_email on accounts.account (lower(email)) where email <> '';
create index account_name on accounts.account (name, id);

-- Passwords used before, so that the last few are not taken again.
create table accounts.old_password (
    account    uuid not null references accounts.account,
    password   text not null,
    changed_at timestamptz not null,
    primary key (account, changed_at)
);

-- Access rights (접근권한) per room. A row is opened and ended, never overwritten: the history is the duty (3 years and more).
create table accounts.room_grant (
    id         uuid primary key,
    account    uuid not null references accounts.account,
    room       text not null,
    level      text not null check (level in ('VIEW', 'WORK', 'APPROVE', 'MANAGE')),
    since      timestamptz not null,
    granted_by text not null,
    why        text not null,
    until      timestamptz,
    ended_by   text,
    ended_why  text,
    check ((until is null) = (ended_by is null))
);
create unique index room_grant_current on accounts.room_grant (account, room) where until is null;
create index room_grant_history on accounts.room_grant (account, since);

-- Team membership (소속) over time.
create table accounts.membership (
    id         uuid primary key,
    account    uuid not null references accounts.account,
    team       text not null,
    since      timestamptz not null,
    changed_by text not null,
    until      timestamptz
);
create unique index membership_current on accounts.membership (account) where until is null;

-- Sessions (spring-session's own layout), shared by all nodes on this database.
create table accounts.session (
    primary_id            char(36) primary key,
    session_id            char(36) not null,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create unique index session_id on accounts.session (session_id);
create index session_expiry on accounts.session (expiry_time);
create index session_principal on accounts.session (principal_name);

create table accounts.session_attributes (
    session_primary_id char(36) not null references accounts.session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
