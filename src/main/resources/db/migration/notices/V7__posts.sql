-- ---------------------------------------------------------------- new posts (새글 알림)
-- How and when an officer wants to be told; days are bits from Monday (1) to Sunday (64).
create table notices.post_reader (
    account    uuid primary key,
    sms        boolean not null,
    email      boolean not null,
    days       smallint not null check (days between 1 and 127),
    from_hour  smallint not null check (from_hour between 0 and 23),
    to_hour    smallint not null check (to_hour between 1 and 24),
    changed_at timestamptz not null
);

create table notices.post_subscription (
    account uuid not null references notices.post_reader,
    room    text not null,
    desk    text not null,
    primary key (account, room, desk)
);
create index post_subscription_desk on notices.post_subscription (room, desk);

-- What is to be told to whom; a post that comes twice is still one.
create table notices.post_item (
    id      uuid primary key,
    account uuid not null,
    room    text not null,
    desk    text not null,
    title   text not null,
    link    text not null,
    at      timestamptz not null,
    kept_at timestamptz not null,
    told_at timestamptz,
    how     text not null default '',
    unique (account, room, desk, link, at)
);
create index post_item_waiting on notices.post_item (account, kept_at) where told_at is null;
create index post_item_recent on notices.post_item (account, id desc);
create index post_item_old on notices.post_item (kept_at);
