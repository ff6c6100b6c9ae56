-- ---------------------------------------------------------------- releases (보도자료)
-- A release is known by its serial on the desk and by its number of the year outside; the number comes with the first approval.
create table press.release (
    id           uuid primary key,
    serial       int generated always as identity unique,
    year         int,
    number       int,
    made_at      timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_by text not null default '',
    withdrawn_why text not null default '',
    unique (year, number),
    check ((year is null) = (number is null)),
    check ((withdrawn_at is null) = (withdrawn_why = ''))
);

-- The last number of each year.
create table press.release_number (
    year   int primary key,
    number int not null check (number > 0)
);

-- What a release says at one time. A version that was let out is never changed again: a correction is the next one.
create table press.release_version (
    release         uuid not null references press.release,
    version         int not null check (version > 0),
    state           text not null check (state in ('DRAFT', 'REVIEW', 'APPROVAL', 'RETURNED', 'APPROVED', 'RELEASED', 'DROPPED')),
    edit            int not null,
    title           text not null,
    subtitle        text not null,
    text            text not null,
    facts           text not null,
    unit            text not null,
    contact         text not null,
    embargo_at      timestamptz,
    mailing         uuid,
    change          text not null,
    author          uuid not null,
    author_name     text not null,
    made_at         timestamptz not null,
    changed_at      timestamptz not null,
    seal            text not null default '',
    paper           uuid,
    approved_at     timestamptz,
    approval        text not null default '',
    released_at     timestamptz,
    pdf             uuid,
    hwpx            uuid,
    primary key (release, version),
    check ((state = 'RELEASED') = (released_at is not null)),
    check (state not in ('APPROVED', 'RELEASED') or approved_at is not null),
    -- the embargo is kept by the database too
    check (released_at is null or embargo_at is null or embargo_at <= released_at)
);
create unique index release_version_open on press.release_version (release) where state not in ('RELEASED', 'DROPPED');
create index release_version_released on press.release_version (released_at desc, release) where released_at is not null;
create index release_version_state on press.release_version (state, changed_at) where state <> 'RELEASED';

create table press.release_photo (
    id        uuid primary key,
    release   uuid not null,
    version   int not null,
    place     int not null,
    file      uuid not null,
    caption   text not null,
    credit    text not null,
    rights    text not null check (rights in ('KOGL_1', 'KOGL_2', 'KOGL_3', 'KOGL_4', 'REPORTING')),
    portraits boolean not null,
    consent   text not null,
    foreign key (release, version) references press.release_version
);
create index release_photo_of on press.release_photo (release, version, place);

-- What happened to a release, step by step.
create table press.release_step (
    release uuid not null references press.release,
    version int not null,
    act     text not null,
    words   text not null,
    by_id   uuid not null,
    by_name text not null,
    at      timestamptz not null,
    n       bigint generated always as identity
);
create index release_step_of on press.release_step (release, n);

-- Who got which version when; a line that is written is never changed.
create table press.distribution (
    release  uuid not null,
    version  int not null,
    kind     text not null check (kind in ('RELEASE', 'CORRECTION', 'WITHDRAWAL')),
    reporter uuid not null,
    name     text not null,
    outlet   text not null,
    masked   text not null,
    letter   uuid,
    unsent   text not null default '',
    at       timestamptz not null,
    primary key (release, version, kind, reporter),
    foreign key (release, version) references press.release_version,
    check ((letter is null) = (unsent <> ''))
);
create index distribution_reporter on press.distribution (reporter, at);
create index distribution_letter on press.distribution (letter) where letter is not null;

-- ---------------------------------------------------------------- what departments ask for (보도자료 요청)
create table press.release_request (
    id         uuid primary key,
    unit       text not null,
    contact    text not null,
    subject    text not null,
    facts      text not null,
    wanted_on  date,
    state      text not null check (state in ('OPEN', 'TAKEN', 'DECLINED')),
    release    uuid references press.release,
    answer     text not null default '',
    by_id      uuid not null,
    by_name    text not null,
    at         timestamptz not null,
    done_by    text not null default '',
    done_at    timestamptz,
    check ((state = 'OPEN') = (done_at is null)),
    check ((state = 'TAKEN') = (release is not null))
);
create index release_request_open on press.release_request (at) where state = 'OPEN';

-- ---------------------------------------------------------------- features and interviews (기획보도·취재 지원)
create table press.feature (
    id        uuid primary key,
    month     date not null check (extract(day from month) = 1),
    subject   text not null,
    angle     text not null,
    unit      text not null,
    outlet    uuid references press.outlet,
    state     text not null check (state in ('PLANNED', 'OFFERED', 'PRINTED', 'DROPPED')),
    edit      int not null,
    by_name   text not null,
    changed_at timestamptz not null
);
create index feature_month on press.feature (month, id);

create table press.interview (
    id       uuid primary key,
    day      date not null,
    outlet   uuid not null references press.outlet,
    who      text not null,
    subject  text not null,
    unit     text not null,
    support  text not null,
    by_name  text not null,
    at       timestamptz not null
);
create index interview_day on press.interview (day, id);

-- What people are asked to approve, and what is out, says what it said, whoever writes to the table.
create function press.release_is_sealed() returns trigger language plpgsql as $$
begin
    if old.state in ('APPROVAL', 'APPROVED', 'RELEASED')
        and (new.title, new.subtitle, new.text, new.facts, new.unit, new.contact, new.embargo_at, new.mailing, new.change)
            is distinct from
            (old.title, old.subtitle, old.text, old.facts, old.unit, old.contact, old.embargo_at, old.mailing, old.change)
    then raise exception 'release % version % is sealed', old.release, old.version;
    end if;
    return new;
end $$;
create trigger release_is_sealed before update on press.release_version
    for each row execute function press.release_is_sealed();

create function press.photo_is_sealed() returns trigger language plpgsql as $$
declare
    photo press.release_photo := case when tg_op = 'INSERT' then new else old end;
begin
    if exists (select from press.release_version v where v.release = photo.release and v.version = photo.version
            and v.state in ('APPROVAL', 'APPROVED', 'RELEASED'))
    then raise exception 'release % version % is sealed', photo.release, photo.version;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger photo_is_sealed before insert or update or delete on press.release_photo
    for each row execute function press.photo_is_sealed();
