create schema press;

-- ---------------------------------------------------------------- outlets (매체)
create table press.outlet (
    id         uuid primary key,
    name       text not null unique,
    tier       text not null check (tier in ('CENTRAL_BROADCAST', 'REGIONAL_BROADCAST', 'CENTRAL_DAILY', 'REGIONAL_ONLINE')),
    added_at   timestamptz not null,
    retired_at timestamptz
);

-- The web servers an outlet's articles stand on.
create table press.outlet_host (
    host   text primary key check (host = lower(host) and host <> ''),
    outlet uuid not null references press.outlet
);
create index outlet_host_outlet on press.outlet_host (outlet);
