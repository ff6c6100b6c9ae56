-- ---------------------------------------------------------------- the daily scrap (일일 스크랩)
-- By which rules articles come into it, and under which heading; the first that fits takes an article.
create table press.scrap_rule (
    id       uuid primary key,
    name     text not null unique,
    section  text not null,
    words    text[] not null default '{}',   -- any of them; none asks nothing
    without  text[] not null default '{}',
    tiers    text[] not null default '{}',
    own      boolean not null,               -- only what goes back to a release of the office
    position int not null,
    active   boolean not null
);

-- How the office wants it: one row.
create table press.scrap_setting (
    one      boolean primary key default true check (one),
    by_clock boolean not null,                -- whether it is published at 07:30 by itself
    leaders  boolean not null,                -- of a group of reprints only the leading article
    without  text[] not null,                 -- advertising and whatever else never belongs into it
    readers  uuid[] not null
);
insert into press.scrap_setting (by_clock, leaders, without, readers) values (false, true, '{[광고],[부고],[인사]}', '{}');

create table press.scrap_edition (
    id         uuid primary key,
    day        date not null unique,
    since      timestamptz not null,
    until      timestamptz not null check (until > since),
    headline   text not null default '',
    version    int not null default 0,        -- 0 until it is published
    made_at    timestamptz not null,
    made_by    text not null
);

create table press.scrap_item (
    id            uuid primary key,
    edition       uuid not null references press.scrap_edition,
    article       uuid not null,
    section       text not null,
    position      int not null,
    rule          text not null default '',   -- empty when somebody chose it
    removed_at    timestamptz,                -- taken out before or between versions; a rule does not bring it back
    withdrawn_why text not null default '',   -- taken out of what was published, and why
    unique (edition, article)
);

-- What was published: the list as it stood, and its paper.
create table press.scrap_version (
    edition uuid not null references press.scrap_edition,
    number  int not null,
    at      timestamptz not null,
    by      text not null,
    why     text not null default '',
    headline text not null,
    items   jsonb not null,
    paper   uuid not null,
    primary key (edition, number)
);

-- Whom it was delivered to, and who opened it when.
create table press.scrap_reader (
    edition   uuid not null references press.scrap_edition,
    account   uuid not null,
    name      text not null,
    told_at   timestamptz not null,
    opened_at timestamptz,
    last_at   timestamptz,
    opens     int not null default 0,
    version   int not null default 0,         -- the newest version opened
    primary key (edition, account)
);
