-- ---------------------------------------------------------------- sends that are decided together (한 결재로 여러 발송)
-- A send of a bundle has no paper of its own: the seal of the bundle is made of the seals of all its sends and of what they belong to.
create table notices.send_bundle (
    id      uuid primary key,
    subject text not null,
    task    text not null,
    head    text not null
);
alter table notices.send add column bundle uuid references notices.send_bundle;
create index send_of_bundle on notices.send (bundle) where bundle is not null;

-- ---------------------------------------------------------------- alerts (재난 알림)
create sequence notices.alert_serial as int;

create table notices.alert (
    id           uuid primary key,
    serial       int not null unique default nextval('notices.alert_serial'),
    identifier   text not null unique,
    stage        text not null check (stage in ('DRAFT', 'RETURNED', 'APPROVAL', 'HELD', 'OUT', 'CLOSED', 'DROPPED')),
    version      int not null,
    drill        boolean not null,
    type         text not null check (type in ('ALERT', 'UPDATE', 'CANCEL')),
    previous     uuid references notices.alert,
    headline     text not null,
    grade        text not null,
    hazard       text not null,
    category     text not null,
    response     text not null,
    urgency      text not null,
    severity     text not null,
    certainty    text not null,
    text         text not null,
    detail       text not null,
    hours        int not null check (hours between 1 and 168),
    sender       text not null,
    ways         text[] not null,
    tree         uuid,
    -- whom a real one is for; a drill has nobody among the residents, whatever else is written or changed
    audience     text,
    staff        uuid[],
    seal         text not null default '',
    author       uuid not null,
    author_name  text not null,
    made_at      timestamptz not null,
    changed_at   timestamptz not null,
    paper        uuid,
    number       text not null default '',
    raised_at    timestamptz,
    ends_at      timestamptz,
    ended_at     timestamptz,
    ending       text check (ending in ('EXPIRED', 'UPDATED', 'CANCELLED')),
    unique (id, drill),
    foreign key (previous, drill) references notices.alert (id, drill),
    constraint drill_reaches_no_resident check (drill = (audience is null) and drill = (staff is not null)),
    check ((type = 'ALERT') = (previous is null)),
    check ((raised_at is null) = (ends_at is null)),
    check ((stage in ('OUT', 'CLOSED')) = (raised_at is not null)),
    check ((stage = 'CLOSED') = (ended_at is not null) and (ended_at is null) = (ending is null)),
    check (stage in ('DRAFT', 'RETURNED', 'DROPPED') or seal <> '')
);
create index alert_listed on notices.alert (made_at desc, id desc);
create index alert_out on notices.alert (ends_at) where stage = 'OUT';
create index alert_public on notices.alert (raised_at desc, id desc) where raised_at is not null and not drill;
-- one that follows at a time, so that an update and a cancellation never overtake each other
create unique index alert_follower on notices.alert (previous) where stage <> 'DROPPED';

-- What people decide about is not written in once they were asked, and what was begun as a drill stays one.
create function notices.alert_is_sealed() returns trigger language plpgsql as $$
begin
    if old.drill <> new.drill or old.identifier <> new.identifier or old.type <> new.type
        or old.previous is distinct from new.previous
    then
        raise exception 'alert % stays what it was begun as', old.identifier;
    end if;
    if old.stage not in ('DRAFT', 'RETURNED') and
        (old.headline, old.grade, old.hazard, old.category, old.response, old.urgency, old.severity, old.certainty,
            old.text, old.detail, old.hours, old.sender, old.ways, old.tree, old.audience, old.staff)
            is distinct from
        (new.headline, new.grade, new.hazard, new.category, new.response, new.urgency, new.severity, new.certainty,
            new.text, new.detail, new.hours, new.sender, new.ways, new.tree, new.audience, new.staff)
    then
        raise exception 'alert % is sealed', old.identifier;
    end if;
    return new;
end $$;
create trigger alert_is_sealed before update on notices.alert for each row execute function notices.alert_is_sealed();

create table notices.alert_step (
    alert   uuid not null references notices.alert,
    number  int not null,
    act     text not null,
    words   text not null,
    by_id   uuid not null,
    by_name text not null,
    at      timestamptz not null,
    primary key (alert, number)
);

-- What became of each way an alert went out by (전파 수단별 상태). No send ever belongs to a drill.
create table notices.alert_way (
    alert uuid not null,
    drill boolean not null,
    way   text not null check (way in ('SMS', 'EMAIL', 'BANNER', 'DISPLAY', 'CALL')),
    send  int unique references notices.send,
    call  int,
    why   text not null default '',
    primary key (alert, way),
    foreign key (alert, drill) references notices.alert (id, drill),
    constraint drill_has_no_send check (not drill or send is null)
);

-- Whom of the staff a drill told, and by which message; only drills tell staff this way.
create table notices.alert_told (
    alert   uuid not null,
    drill   boolean not null check (drill),
    account uuid not null,
    way     text not null check (way in ('SMS', 'EMAIL')),
    single  uuid,
    primary key (alert, account, way),
    foreign key (alert, drill) references notices.alert (id, drill)
);

-- ---------------------------------------------------------------- alerts of others (받은 경보)
create table notices.cap_source (
    id         uuid primary key,
    name       text not null,
    sender     text not null,
    sealed     text not null,
    made_at    timestamptz not null,
    retired_at timestamptz
);
create unique index cap_source_sender on notices.cap_source (sender) where retired_at is null;

create table notices.cap_received (
    id          uuid primary key,
    source      text not null,
    sender      text not null,
    identifier  text not null,
    sent_at     timestamptz not null,
    status      text not null,
    type        text not null,
    scope       text not null,
    headline    text not null,
    refers      text[] not null,
    document    bytea not null,
    received_at timestamptz not null,
    fate        text not null check (fate in ('DRAFTED', 'FOLLOWED', 'KEPT')),
    alert       uuid references notices.alert,
    unique (sender, identifier)
);
create index cap_received_listed on notices.cap_received (received_at desc, id desc);
create index cap_received_alert on notices.cap_received (alert);
