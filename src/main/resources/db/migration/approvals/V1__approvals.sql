create schema approvals;

-- ---------------------------------------------------------------- units (처리과)
-- Whoever's team stands nowhere belongs to the unit that takes the rest.
create table approvals.unit (
    code  text primary key check (code ~ '^[0-9A-Z]{7}$'),
    name  text not null check (name <> ''),
    rest  boolean not null
);
create unique index unit_rest on approvals.unit (rest) where rest;

create table approvals.unit_team (
    team  text primary key check (team <> ''),
    unit  text not null references approvals.unit
);

insert into approvals.unit (code, name, rest) values ('0000001', '홍보미디어과', true);

-- ---------------------------------------------------------------- delegation (위임전결)
create table approvals.delegation (
    id        uuid primary key,
    task      text not null,
    title     text not null,
    from_won  bigint not null,
    below_won bigint not null,
    position  text not null,
    alone     boolean not null,
    important boolean not null,
    basis     text not null,
    first_day date not null,
    last_day  date
);
create index delegation_task on approvals.delegation (task);

create table approvals.absence (
    id        uuid primary key,
    account   uuid not null,
    first_day date not null,
    last_day  date not null check (last_day >= first_day),
    cause     text not null,
    deputy    uuid,
    made_at   timestamptz not null,
    made_by   text not null,
    ended_at  timestamptz,
    ended_by  text
);
create index absence_days on approvals.absence (last_day, first_day) where ended_at is null;

-- ---------------------------------------------------------------- papers (기안문)
-- What stands here can be told from the events again, but for the filing and the subject of another room.
create table approvals.paper (
    id            uuid primary key,
    kind          text not null,
    second        text,
    task          text not null,
    amount        bigint,
    title         text not null,
    summary       text not null,
    keywords      text[] not null,
    team          text not null,
    unit          text not null references approvals.unit,
    drafter       uuid not null,
    drafter_name  text not null,
    approver      uuid not null,
    status        text not null,
    version       int not null,
    links         int not null,
    head          text not null,
    disclosure    text not null check (disclosure in ('OPEN', 'PARTLY', 'CLOSED')),
    grounds       int[] not null,
    closed_parts  text not null,
    unit_task     text not null,
    unit_task_title text not null,
    retention     text not null,
    predecessor   uuid references approvals.paper,
    successor     uuid references approvals.paper deferrable initially deferred,
    subject_room  text,
    subject_ref   text,
    subject_link  text,
    subject_seal  text,
    made_at       timestamptz not null,
    changed_at    timestamptz not null,
    submitted_at  timestamptz,
    approved_at   timestamptz,
    check ((subject_room is null) = (subject_ref is null))
);
create index paper_drafter on approvals.paper (drafter, changed_at desc, id);
create index paper_unit on approvals.paper (unit, made_at desc, id);
create index paper_team on approvals.paper (team, made_at desc, id);
create index paper_made on approvals.paper (made_at desc, id);
create index paper_approved on approvals.paper (approved_at) where approved_at is not null;
create index paper_title on approvals.paper (title text_pattern_ops);
-- a subject of another room has at most one paper on its way
create unique index paper_subject_open on approvals.paper (subject_room, subject_ref, task)
    where subject_room is not null and successor is null and status not in ('APPROVED', 'RETURNED');
create index paper_subject on approvals.paper (subject_room, subject_ref, made_at desc) where subject_room is not null;

create table approvals.content_version (
    paper       uuid not null references approvals.paper,
    version     int not null,
    title       text not null,
    body        text not null,
    summary     text not null,
    keywords    text[] not null,
    attachments jsonb not null,
    written_by  uuid not null,
    written_at  timestamptz not null,
    hash        text not null check (hash ~ '^[0-9a-f]{64}$'),
    primary key (paper, version)
);

-- Two acts at once would get the same number; the key lets one of them win.
create table approvals.event (
    paper    uuid not null references approvals.paper,
    number   int not null,
    kind     text not null,
    who      uuid not null,
    for_whom uuid,
    role     text not null,
    at       timestamptz not null,
    version  int not null,
    hash     text not null check (hash ~ '^[0-9a-f]{64}$'),
    words    text not null,
    line     jsonb,
    other    uuid,
    primary key (paper, number)
);
create index event_who on approvals.event (who, paper);

-- The chain of the document card: each link names the version or the event it binds.
create table approvals.link (
    paper    uuid not null references approvals.paper,
    number   int not null,
    version  int,
    event    int,
    previous text not null check (previous ~ '^[0-9a-f]{64}$'),
    hash     text not null check (hash ~ '^[0-9a-f]{64}$'),
    primary key (paper, number),
    check ((version is null) <> (event is null))
);

-- Who has a part in a paper, and what waits for whom.
create table approvals.seat (
    paper    uuid not null references approvals.paper,
    account  uuid not null,
    duty     text not null check (duty in ('REVIEW', 'CONCUR', 'APPROVE', 'REPORT', 'READ')),
    position int not null,
    due      boolean not null,
    since    timestamptz not null,
    primary key (paper, account, duty)
);
create index seat_due on approvals.seat (account, duty, since, paper) where due;
create index seat_account on approvals.seat (account, paper);

-- ---------------------------------------------------------------- registers (등록대장)
-- 생산, 접수 count by unit and year; the numbers of kinds (공고, 훈령 …) by office, year 0 where they count on.
create table approvals.register_counter (
    register text not null,
    unit     text not null,
    year     int not null,
    last     bigint not null check (last between 1 and 999999999),
    primary key (register, unit, year)
);

create table approvals.register_entry (
    register  text not null,
    unit      text not null,
    year      int not null,
    serial    bigint not null,
    unit_name text not null,
    paper     uuid not null references approvals.paper,
    at        timestamptz not null,
    primary key (register, unit, year, serial),
    constraint register_entry_paper unique (paper, register)
);
create index register_entry_at on approvals.register_entry (register, unit, at desc);

-- ---------------------------------------------------------------- views and attempts (열람 기록)
create table approvals.access (
    id      uuid primary key,
    paper   uuid not null references approvals.paper,
    account uuid not null,
    login   text not null,
    at      timestamptz not null,
    allowed boolean not null,
    address text not null
);
create index access_paper on approvals.access (paper, id desc);

-- ---------------------------------------------------------------- guards
create function approvals.written_once() returns trigger language plpgsql as $$
begin
    raise exception 'approvals.% is written once', tg_table_name using errcode = 'raise_exception';
end $$;

create trigger content_version_written_once before update or delete or truncate on approvals.content_version
    for each statement execute function approvals.written_once();
create trigger event_written_once before update or delete or truncate on approvals.event
    for each statement execute function approvals.written_once();
create trigger link_written_once before update or delete or truncate on approvals.link
    for each statement execute function approvals.written_once();
create trigger register_entry_written_once before update or delete or truncate on approvals.register_entry
    for each statement execute function approvals.written_once();
create trigger access_written_once before update or delete or truncate on approvals.access
    for each statement execute function approvals.written_once();
create trigger register_counter_kept before delete or truncate on approvals.register_counter
    for each statement execute function approvals.written_once();
create trigger paper_kept before delete or truncate on approvals.paper
    for each statement execute function approvals.written_once();

create function approvals.count_on() returns trigger language plpgsql as $$
begin
    if (new.register, new.unit, new.year, new.last) = (old.register, old.unit, old.year, old.last + 1) then return new; end if;
    raise exception 'approvals.register_counter goes on by one' using errcode = 'raise_exception';
end $$;
create trigger register_counter_counts before update on approvals.register_counter
    for each row execute function approvals.count_on();

create function approvals.keep_origin() returns trigger language plpgsql as $$
begin
    if (new.id, new.drafter, new.made_at, new.unit) = (old.id, old.drafter, old.made_at, old.unit)
        and (new.predecessor, new.subject_room, new.subject_ref, new.subject_link, new.subject_seal)
            is not distinct from (old.predecessor, old.subject_room, old.subject_ref, old.subject_link, old.subject_seal)
        and (old.status <> 'APPROVED' or new.status = 'APPROVED') then return new; end if;
    raise exception 'approvals.paper keeps its origin' using errcode = 'raise_exception';
end $$;
create trigger paper_origin before update on approvals.paper
    for each row execute function approvals.keep_origin();
