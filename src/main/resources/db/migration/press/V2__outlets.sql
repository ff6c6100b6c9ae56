-- The desk of an outlet that anybody may call; never a person.
alter table press.outlet
    add column contact text not null default '',
    add column note    text not null default '';

-- ---------------------------------------------------------------- reporters (기자)
create table press.reporter (
    id           uuid primary key,
    name         text not null,
    outlet       uuid not null references press.outlet,
    title        text not null default '',
    beats        text[] not null default '{}',
    note         text not null default '',
    sealed       text,                        -- e-mail and telephone; null once erased
    mail_key     text unique,                 -- blind index of the e-mail address: one address is one reporter's
    mail_masked  text not null default '',
    phone_masked text not null default '',
    bounced_at   timestamptz,
    bounced_why  text not null default '',
    added_at     timestamptz not null,
    added_by     text not null,
    retired_at   timestamptz,
    erased_at    timestamptz
);
create index reporter_outlet on press.reporter (outlet);
create index reporter_name on press.reporter (name, id);

create table press.reporter_post (
    reporter uuid not null references press.reporter,
    outlet   uuid not null references press.outlet,
    from_on  date not null,
    to_on    date,
    primary key (reporter, from_on),
    check (to_on is null or to_on >= from_on - 1)
);
create unique index reporter_post_now on press.reporter_post (reporter) where to_on is null;

create table press.consent_wording (
    version text primary key,
    words   text not null,
    since   date not null
);
insert into press.consent_wording values ('1.0',
    '영등포구 홍보미디어과가 보도자료와 취재 안내를 보내기 위하여 이름, 소속, 전자우편 주소, 전화번호를 처리하는 데 동의합니다. 동의하지 않거나 언제든 거둘 수 있으며, 거두면 더는 보내지 않습니다.',
    date '2012-01-01');

create table press.reporter_consent (
    id            uuid primary key,
    reporter      uuid not null references press.reporter,
    version       text not null references press.consent_wording,
    source        text not null check (source in ('WRITTEN', 'MAIL', 'PHONE', 'CARD')),
    given_on      date not null,
    noted_at      timestamptz not null,
    noted_by      text not null,
    withdrawn_at  timestamptz,
    withdrawn_by  text,
    withdrawn_why text not null default ''
);
create unique index reporter_consent_now on press.reporter_consent (reporter) where withdrawn_at is null;
create index reporter_consent_of on press.reporter_consent (reporter, noted_at);

create table press.reporter_bounce (
    id       uuid primary key,
    reporter uuid not null references press.reporter,
    at       timestamptz not null,
    why      text not null
);
create index reporter_bounce_of on press.reporter_bounce (reporter, at);

-- Addresses of people who withdrew and had themselves erased: known by their blind index only, so that they are not written to again.
create table press.reporter_stop (
    mail_key text primary key,
    at       timestamptz not null
);

-- A list of reporters somebody is about to bring in; sealed, and gone when it is taken or after a day.
create table press.reporter_intake (
    id        uuid primary key,
    account   uuid not null,
    file_name text not null,
    sealed    text not null,
    at        timestamptz not null
);

-- ---------------------------------------------------------------- distribution lists (배포 명단)
create table press.mailing (
    id         uuid primary key,
    name       text not null unique,
    tiers      text[] not null default '{}',
    beats      text[] not null default '{}',
    outlets    uuid[] not null default '{}',
    changed_at timestamptz not null,
    changed_by text not null
);

-- Who is in a list, or not, whatever its rule says.
create table press.mailing_hand (
    mailing  uuid not null references press.mailing on delete cascade,
    reporter uuid not null references press.reporter,
    included boolean not null,
    primary key (mailing, reporter)
);
