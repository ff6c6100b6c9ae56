-- ---------------------------------------------------------------- subscriptions (신문 구독)
-- What a copy of an outlet's paper costs a month.
create table press.subscription_price (
    outlet  uuid not null references press.outlet,
    from_on date not null,
    price   bigint not null check (price >= 0),
    primary key (outlet, from_on)
);

-- So many copies for somebody, from a day to a day; a change ends a row and begins the next.
create table press.subscription (
    id        uuid primary key,
    outlet    uuid not null references press.outlet,
    group_of  text not null check (group_of in ('LEADERS', 'DEPARTMENT', 'OTHER')),
    recipient text not null,
    copies    int not null check (copies > 0),
    from_on   date not null,
    to_on     date check (to_on >= from_on),
    why       text not null default '',
    ended_why text not null default '',
    added_at  timestamptz not null,
    added_by  text not null
);
create index subscription_outlet on press.subscription (outlet, from_on);
create unique index subscription_now on press.subscription (outlet, group_of, recipient) where to_on is null;

create table press.subscription_payment (
    outlet  uuid not null references press.outlet,
    month   date not null check (extract(day from month) = 1),
    copies  int not null,                   -- on the last day of the month, as counted when it was paid
    due     bigint not null,
    billed  bigint not null check (billed >= 0),
    why     text not null default '',
    paid_on date not null,
    at      timestamptz not null,
    by      text not null,
    primary key (outlet, month),
    check (billed = due or why <> '')       -- a difference is explained
);
