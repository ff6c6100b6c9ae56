-- ---------------------------------------------------------------- messages to browsers (웹 푸시)
alter table notices.line drop constraint line_kind_check;
alter table notices.line add constraint line_kind_check check (kind in ('SMPP', 'HTTP', 'TABLE', 'SMTP', 'PUSH'));

-- Browsers subscribe to one key of the office; what another line signed their services would turn away.
create unique index line_push on notices.line (kind) where kind = 'PUSH';

-- Alerts go out to browsers as well; staff is never told this way.
alter table notices.alert_way drop constraint alert_way_way_check;
alter table notices.alert_way add constraint alert_way_way_check
    check (way in ('SMS', 'EMAIL', 'PUSH', 'BANNER', 'DISPLAY', 'CALL'));

-- From where browsers knocked, for limits; forgotten after a day.
create table notices.browser_knock (
    client text not null,
    at     timestamptz not null
);
create index browser_knock_client on notices.browser_knock (client, at);
create index browser_knock_at on notices.browser_knock (at);
