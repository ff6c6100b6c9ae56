-- ---------------------------------------------------------------- sends (발송)
create sequence notices.send_serial as int;

create table notices.send (
    serial          int primary key default nextval('notices.send_serial'),
    state           text not null
        check (state in ('DRAFT', 'RETURNED', 'APPROVAL', 'SCHEDULED', 'HELD', 'STARTED', 'CANCELLED')),
    version         int not null,
    title           text not null,
    kind            text not null check (kind in ('PUBLIC', 'ADVERTISING', 'DISASTER')),
    reason          text not null,
    channel         text not null check (channel in ('SMS', 'EMAIL', 'PUSH')),
    subject         text not null,
    text            text not null,
    sender          text not null,
    audience        text not null,
    audience_words  text not null,
    budget          text not null,
    override        text not null,
    due_at          timestamptz,
    template        uuid,
    template_number int,
    seal            text not null default '',
    tried           text not null default '',
    author          uuid not null,
    author_name     text not null,
    made_at         timestamptz not null,
    changed_at      timestamptz not null,
    paper           uuid,
    number          text not null default '',
    confirmed_at    timestamptz,
    started_at      timestamptz,
    -- where it stands in lists and in the calendar
    listed_at       timestamptz not null generated always as (coalesce(started_at, due_at, made_at)) stored,
    check ((template is null) = (template_number is null)),
    check (state in ('DRAFT', 'RETURNED', 'CANCELLED') or seal <> ''),
    check ((state = 'STARTED') = (started_at is not null))
);
create index send_listed on notices.send (listed_at desc, serial desc);
create index send_due on notices.send (due_at) where state = 'SCHEDULED';
create index send_started on notices.send (started_at) where started_at is not null;

-- What people decide about is not written in once they were asked (결재 뒤에는 고치지 않는다).
create function notices.send_is_sealed() returns trigger language plpgsql as $$
begin
    if old.state not in ('DRAFT', 'RETURNED') and
        (old.title, old.kind, old.reason, old.channel, old.subject, old.text, old.sender, old.audience, old.budget, old.override)
            is distinct from
        (new.title, new.kind, new.reason, new.channel, new.subject, new.text, new.sender, new.audience, new.budget, new.override)
    then
        raise exception 'send % is sealed', old.serial;
    end if;
    return new;
end $$;
create trigger send_is_sealed before update on notices.send for each row execute function notices.send_is_sealed();

create table notices.send_step (
    send    int not null references notices.send,
    number  int not null,
    act     text not null,
    words   text not null,
    by_id   uuid not null,
    by_name text not null,
    at      timestamptz not null,
    primary key (send, number)
);

-- What an officer had on his own phone before he asked (시험 발송); of the number only its end is kept.
create table notices.trial (
    id     uuid primary key,
    send   int not null references notices.send,
    number int not null,
    seal   text not null,
    ending text not null,
    state  text not null,
    code   text not null,
    by_id  uuid not null,
    at     timestamptz not null
);
create index trial_send on notices.trial (send, at);

-- How far a send was at a moment, for its rate and its curve.
create table notices.progress (
    send int not null,
    at   timestamptz not null,
    told int not null,
    primary key (send, at)
);

-- Sends whose rows were deleted after their time keep these counts (보존기간이 지난 발송의 집계).
create table notices.past_count (
    send  int not null references notices.send,
    state smallint not null,
    count int not null check (count > 0),
    primary key (send, state)
);

-- How far the holder of a chunk has come; null as long as he says nothing and may have handed over all of it.
alter table notices.chunk add column begun int;

-- ---------------------------------------------------------------- terms (발송 조건)
create table notices.sender_number (
    digits     text primary key,
    label      text not null,
    proof      text not null,
    since      date not null,
    retired_at timestamptz
);

create table notices.price (
    id    uuid primary key,
    size  text not null check (size in ('SMS', 'LMS', 'MMS')),
    jeon  bigint not null check (jeon >= 0),
    first date not null,
    last  date,
    check (last is null or last >= first)
);

create table notices.office_terms (
    single    boolean primary key default true check (single),
    office    text not null,
    rejection text not null,
    stale     int not null check (stale between 1 and 1440),
    holders   int not null check (holders between 1 and 16)
);
insert into notices.office_terms (office, rejection, stale, holders) values ('영등포구청', '', 30, 3);

create table notices.rest_rule (
    kind    text primary key,
    night   boolean not null,
    weekend boolean not null,
    holiday boolean not null
);
insert into notices.rest_rule values ('PUBLIC', true, false, false), ('ADVERTISING', true, true, true);

-- ---------------------------------------------------------------- templates (서식 문안)
create table notices.template (
    id         uuid primary key,
    name       text not null,
    kind       text not null,
    channel    text not null,
    retired_at timestamptz
);
create unique index template_name on notices.template (name) where retired_at is null;

create table notices.template_version (
    template uuid not null references notices.template,
    number   int not null,
    text     text not null,
    hash     text not null,
    by_name  text not null,
    at       timestamptz not null,
    primary key (template, number)
);

-- ---------------------------------------------------------------- nightly audit (발송 점검)
create table notices.audit_run (
    id       uuid primary key,
    at       timestamptz not null,
    millis   bigint not null,
    sends    int not null,
    messages bigint not null
);
create index audit_run_at on notices.audit_run (at desc);

create table notices.audit_finding (
    run      uuid not null references notices.audit_run,
    number   int not null,
    send     int not null,
    what     text not null,
    expected bigint not null,
    found    bigint not null,
    primary key (run, number)
);

-- ---------------------------------------------------------------- days off (공휴일)
-- 관공서의 공휴일에 관한 규정, with substitute and temporary ones; 제헌절 is one again since 2026. Offices add what the law adds.
create table notices.holiday (
    day  date primary key,
    name text not null
);
insert into notices.holiday (day, name) values
    ('2023-01-01', '신정'), ('2023-01-21', '설날 연휴'), ('2023-01-22', '설날'), ('2023-01-23', '설날 연휴'),
    ('2023-01-24', '설날 대체공휴일'), ('2023-03-01', '삼일절'), ('2023-05-05', '어린이날'), ('2023-05-27', '부처님오신날'),
    ('2023-05-29', '부처님오신날 대체공휴일'), ('2023-06-06', '현충일'), ('2023-08-15', '광복절'), ('2023-09-28', '추석 연휴'),
    ('2023-09-29', '추석'), ('2023-09-30', '추석 연휴'), ('2023-10-02', '임시공휴일'), ('2023-10-03', '개천절'),
    ('2023-10-09', '한글날'), ('2023-12-25', '성탄절'),
    ('2024-01-01', '신정'), ('2024-02-09', '설날 연휴'), ('2024-02-10', '설날'), ('2024-02-11', '설날 연휴'),
    ('2024-02-12', '설날 대체공휴일'), ('2024-03-01', '삼일절'), ('2024-04-10', '국회의원 선거일'), ('2024-05-05', '어린이날'),
    ('2024-05-06', '어린이날 대체공휴일'), ('2024-05-15', '부처님오신날'), ('2024-06-06', '현충일'), ('2024-08-15', '광복절'),
    ('2024-09-16', '추석 연휴'), ('2024-09-17', '추석'), ('2024-09-18', '추석 연휴'), ('2024-10-01', '임시공휴일'),
    ('2024-10-03', '개천절'), ('2024-10-09', '한글날'), ('2024-12-25', '성탄절'),
    ('2025-01-01', '신정'), ('2025-01-27', '임시공휴일'), ('2025-01-28', '설날 연휴'), ('2025-01-29', '설날'),
    ('2025-01-30', '설날 연휴'), ('2025-03-01', '삼일절'), ('2025-03-03', '삼일절 대체공휴일'), ('2025-05-05', '어린이날·부처님오신날'),
    ('2025-05-06', '부처님오신날 대체공휴일'), ('2025-06-03', '대통령 선거일'), ('2025-06-06', '현충일'), ('2025-08-15', '광복절'),
    ('2025-10-03', '개천절'), ('2025-10-05', '추석 연휴'), ('2025-10-06', '추석'), ('2025-10-07', '추석 연휴'),
    ('2025-10-08', '추석 대체공휴일'), ('2025-10-09', '한글날'), ('2025-12-25', '성탄절'),
    ('2026-01-01', '신정'), ('2026-02-16', '설날 연휴'), ('2026-02-17', '설날'), ('2026-02-18', '설날 연휴'),
    ('2026-03-01', '삼일절'), ('2026-03-02', '삼일절 대체공휴일'), ('2026-05-05', '어린이날'), ('2026-05-24', '부처님오신날'),
    ('2026-05-25', '부처님오신날 대체공휴일'), ('2026-06-03', '지방선거일'), ('2026-06-06', '현충일'), ('2026-07-17', '제헌절'),
    ('2026-08-15', '광복절'), ('2026-08-17', '광복절 대체공휴일'), ('2026-09-24', '추석 연휴'), ('2026-09-25', '추석'),
    ('2026-09-26', '추석 연휴'), ('2026-10-03', '개천절'), ('2026-10-05', '개천절 대체공휴일'), ('2026-10-09', '한글날'),
    ('2026-12-25', '성탄절'),
    ('2027-01-01', '신정'), ('2027-02-06', '설날 연휴'), ('2027-02-07', '설날'), ('2027-02-08', '설날 연휴'),
    ('2027-02-09', '설날 대체공휴일'), ('2027-03-01', '삼일절'), ('2027-05-05', '어린이날'), ('2027-05-13', '부처님오신날'),
    ('2027-06-06', '현충일'), ('2027-07-17', '제헌절'), ('2027-07-19', '제헌절 대체공휴일'), ('2027-08-15', '광복절'),
    ('2027-08-16', '광복절 대체공휴일'), ('2027-09-14', '추석 연휴'), ('2027-09-15', '추석'), ('2027-09-16', '추석 연휴'),
    ('2027-10-03', '개천절'), ('2027-10-04', '개천절 대체공휴일'), ('2027-10-09', '한글날'), ('2027-10-11', '한글날 대체공휴일'),
    ('2027-12-25', '성탄절'), ('2027-12-27', '성탄절 대체공휴일');
