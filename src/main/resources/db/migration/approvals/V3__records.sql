-- ---------------------------------------------------------------- unit tasks (단위과제)
create table approvals.unit_task (
    unit       text not null references approvals.unit,
    code       text not null check (code ~ '^[0-9A-Z]{8}$'),
    title      text not null check (title <> ''),
    retention  text not null,
    reason     text not null check (reason <> ''),
    first_day  date not null,
    last_day   date check (last_day >= first_day),
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (unit, code)
);
create trigger unit_task_kept before delete or truncate on approvals.unit_task
    for each statement execute function approvals.written_once();

-- ---------------------------------------------------------------- files (기록물철)
create table approvals.file (
    id        uuid primary key,
    unit      text not null references approvals.unit,
    task      text not null check (task ~ '^[0-9A-Z]{8}$'),
    year      int not null,
    serial    int not null check (serial between 1 and 999999),
    volume    int not null check (volume between 1 and 999),
    title     text not null check (title <> ''),
    retention text not null,
    opened_at timestamptz not null,
    opened_by text not null,
    closed_on date,
    closed_at timestamptz,
    closed_by text,
    unique (unit, task, year, serial, volume),
    check ((closed_on is null) = (closed_at is null))
);
create index file_year on approvals.file (year, unit);
create index file_closed on approvals.file (retention, closed_on) where closed_on is not null;

create table approvals.filed (
    paper uuid primary key references approvals.paper,
    file  uuid not null references approvals.file,
    at    timestamptz not null
);
create index filed_file on approvals.filed (file, at, paper);

create table approvals.file_move (
    id        uuid primary key,
    paper     uuid not null references approvals.paper,
    from_file uuid not null references approvals.file,
    to_file   uuid not null references approvals.file,
    reason    text not null check (reason <> ''),
    at        timestamptz not null,
    by_name   text not null
);
create index file_move_paper on approvals.file_move (paper, id);

create table approvals.year_close (
    unit     text not null references approvals.unit,
    year     int not null,
    first_at timestamptz not null,
    last_at  timestamptz not null,
    last_by  text not null,
    primary key (unit, year)
);

-- What was approved before files were kept is filed now.
insert into approvals.file (id, unit, task, year, serial, volume, title, retention, opened_at, opened_by)
select distinct on (p.unit, p.unit_task, y.year) uuidv7(), p.unit, p.unit_task, y.year, 1, 1,
    p.unit_task_title, p.retention, p.approved_at, 'system'
from approvals.paper p
cross join lateral (select extract(year from p.approved_at at time zone 'Asia/Seoul')::int as year) y
where p.approved_at is not null
order by p.unit, p.unit_task, y.year, p.approved_at;
insert into approvals.filed (paper, file, at)
select p.id, f.id, p.approved_at
from approvals.paper p
join approvals.file f on f.unit = p.unit and f.task = p.unit_task
    and f.year = extract(year from p.approved_at at time zone 'Asia/Seoul')::int
where p.approved_at is not null;

-- ---------------------------------------------------------------- guards
create function approvals.file_is_open() returns trigger language plpgsql as $$
begin
    perform 1 from approvals.file f where f.id in (new.file, old.file) and f.closed_on is not null;
    if not found then return new; end if;
    raise exception 'approvals.file is closed' using errcode = 'raise_exception';
end $$;
create trigger filed_in_open_file before insert or update on approvals.filed
    for each row execute function approvals.file_is_open();
create trigger filed_kept before delete or truncate on approvals.filed
    for each statement execute function approvals.written_once();
create trigger file_kept before delete or truncate on approvals.file
    for each statement execute function approvals.written_once();
create trigger file_move_written_once before update or delete or truncate on approvals.file_move
    for each statement execute function approvals.written_once();
create trigger year_close_kept before delete or truncate on approvals.year_close
    for each statement execute function approvals.written_once();

create function approvals.keep_closed_file() returns trigger language plpgsql as $$
begin
    if old.closed_on is null and (new.id, new.unit, new.task, new.year, new.serial, new.volume, new.opened_at)
        = (old.id, old.unit, old.task, old.year, old.serial, old.volume, old.opened_at) then return new; end if;
    raise exception 'approvals.file keeps its number and its close' using errcode = 'raise_exception';
end $$;
create trigger file_closed_for_good before update on approvals.file
    for each row execute function approvals.keep_closed_file();

-- ---------------------------------------------------------------- transfer (이관)
-- People and units are called later what they are called when the transfer is made, so that its package never changes.
create table approvals.transfer (
    id        uuid primary key,
    unit      text not null references approvals.unit,
    unit_name text not null,
    year      int not null,
    made_at   timestamptz not null,
    made_by   text not null,
    names     jsonb not null
);
create index transfer_made on approvals.transfer (made_at desc, id);
create table approvals.transfer_file (
    file     uuid primary key references approvals.file,
    transfer uuid not null references approvals.transfer
);
create index transfer_file_transfer on approvals.transfer_file (transfer);
create trigger transfer_written_once before update or delete or truncate on approvals.transfer
    for each statement execute function approvals.written_once();
create trigger transfer_file_written_once before update or delete or truncate on approvals.transfer_file
    for each statement execute function approvals.written_once();
