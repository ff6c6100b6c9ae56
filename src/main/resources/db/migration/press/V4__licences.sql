-- ---------------------------------------------------------------- licences (저작물 이용허락)
create table press.licence_product (
    id         uuid primary key,
    name       text not null unique,
    position   int not null,
    note       text not null default '',
    retired_at timestamptz
);

-- What a product allows: one row for each use.
create table press.licence_term (
    product uuid not null references press.licence_product,
    use     text not null check (use in ('VIEW', 'PRINT', 'SHARE_STAFF', 'MOBILE', 'SHARE_OUTSIDE', 'HOMEPAGE')),
    days    int check (days > 0),        -- so long after an article appeared; null for as long as the contract holds
    counted boolean not null,            -- whether the contract says how many people or copies at most
    primary key (product, use)
);

create table press.licence_contract (
    id       uuid primary key,
    outlet   uuid not null references press.outlet,
    product  uuid not null references press.licence_product,
    from_on  date not null,
    to_on    date not null check (to_on >= from_on),
    ended_on date check (ended_on between from_on - 1 and to_on),   -- the last day it held, when it was ended early
    end_why  text not null default '',
    viewers  int not null check (viewers >= 0),                     -- 0: the contract names no number
    copies   int not null check (copies >= 0),
    note     text not null default '',
    file     uuid,
    file_name text not null default '',
    added_at timestamptz not null,
    added_by text not null
);
create index licence_contract_outlet on press.licence_contract (outlet);

-- Every use of an article, and every use that was refused.
create table press.licence_use (
    id       uuid primary key,
    at       timestamptz not null,
    account  uuid not null,
    login    text not null,
    outlet   uuid not null references press.outlet,
    article  uuid,
    use      text not null,
    people   int not null,
    contract uuid references press.licence_contract,
    verdict  text not null
);
create index licence_use_at on press.licence_use (at, id);
create index licence_use_outlet on press.licence_use (outlet, at);

-- The four products that rights agencies sell, from the narrowest to the widest.
insert into press.licence_product (id, name, position, note) values
    ('01870000-0000-7000-8000-000000000001', '기본', 1, '담당자가 보고 인쇄함. 나누어 보지 못함'),
    ('01870000-0000-7000-8000-000000000002', '프리미엄', 2, '기본에 더하여 계약 인원 안에서 직원이 함께 봄'),
    ('01870000-0000-7000-8000-000000000003', '내부이용', 3, '프리미엄에 더하여 휴대전화로 직원에게 보냄'),
    ('01870000-0000-7000-8000-000000000004', '통합', 4, '내부이용에 더하여 밖으로 보내고 누리집에 실음');

insert into press.licence_term (product, use, days, counted)
select p.id, u.use, u.days, u.counted
from (values (1, 'VIEW', null, false), (1, 'PRINT', null, true), (2, 'SHARE_STAFF', null, true),
             (3, 'MOBILE', null, true), (4, 'SHARE_OUTSIDE', 90, false), (4, 'HOMEPAGE', 90, false)) as u (since, use, days, counted)
join press.licence_product p on p.position >= u.since;
