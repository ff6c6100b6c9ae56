create schema office;

-- Ranges are half-open [first day, first day no longer). "infinity" is written as an open upper bound.

-- ---------------------------------------------------------------- organization (조직)
create table office.department (
    id    uuid primary key,
    code  text not null unique
);

create table office.department_term (
    id            uuid primary key,
    department_id uuid not null references office.department,
    name          text not null check (name <> ''),
    valid         daterange not null check (not isempty(valid) and lower(valid) is not null),
    exclude using gist (department_id with =, valid with &&)
);

create table office.team (
    id            uuid primary key,
    department_id uuid not null references office.department,
    code          text not null unique
);

create table office.team_term (
    id       uuid primary key,
    team_id  uuid not null references office.team,
    name     text not null check (name <> ''),
    position int not null,
    valid    daterange not null check (not isempty(valid) and lower(valid) is not null),
    exclude using gist (team_id with =, valid with &&)
);

create table office.duty (
    id       uuid primary key,
    team_id  uuid not null references office.team,
    name     text not null check (name <> ''),
    position int not null,
    valid    daterange not null check (not isempty(valid) and lower(valid) is not null),
    exclude using gist (team_id with =, name with =, valid with &&)
);

-- ---------------------------------------------------------------- staffing (정원·현원)
create table office.person (
    id     uuid primary key,
    number text not null unique,
    name   text not null check (name <> '')
);

create table office.person_grade (
    id        uuid primary key,
    person_id uuid not null references office.person,
    kind      text not null,
    grade     text not null,
    valid     daterange not null check (not isempty(valid) and lower(valid) is not null),
    exclude using gist (person_id with =, valid with &&)
);

create table office.post (
    id   uuid primary key,
    code text not null unique
);

-- What a post is over time: where it stands and which grade it is meant for.
create table office.post_term (
    id      uuid primary key,
    post_id uuid not null references office.post,
    team_id uuid references office.team,
    title   text not null check (title <> ''),
    kind    text not null,
    grade   text not null,
    valid   daterange not null check (not isempty(valid) and lower(valid) is not null),
    exclude using gist (post_id with =, valid with &&)
);
create index post_term_valid on office.post_term using gist (valid);

-- Who sits where. Without a post the person is above the authorized number (정원 외) in a team.
-- Two seats at once only as a concurrent appointment (겸임), which never counts as a second head.
create table office.appointment (
    id         uuid primary key,
    person_id  uuid not null references office.person,
    post_id    uuid references office.post,
    team_id    uuid references office.team,
    concurrent boolean not null,
    reason     text not null,
    valid      daterange not null check (not isempty(valid) and lower(valid) is not null),
    check (post_id is null or team_id is null),
    check (post_id is not null or team_id is not null),
    constraint appointment_person exclude using gist (person_id with =, valid with &&) where (not concurrent),
    constraint appointment_post exclude using gist (post_id with =, valid with &&) where (post_id is not null)
);
create index appointment_valid on office.appointment using gist (valid);

-- ---------------------------------------------------------------- facilities (주요시설 및 장비)
create table office.facility_line (
    id         uuid primary key,
    code       text not null unique,
    category   text not null,
    heading    text not null,
    name       text not null,
    unit       text not null,
    counting   text not null,
    counted_by text,
    position   int not null
);

create table office.facility_item (
    id       uuid primary key,
    line_id  uuid not null references office.facility_line,
    name     text not null check (name <> ''),
    quantity numeric(12, 2) not null check (quantity > 0),
    measure  text not null,
    place    text not null,
    purpose  text not null,
    team_id  uuid not null references office.team,
    valid    daterange not null check (not isempty(valid) and lower(valid) is not null),
    exclude using gist (line_id with =, name with =, place with =, valid with &&)
);
create index facility_item_line on office.facility_item (line_id);

-- ---------------------------------------------------------------- budget (예산)
create table office.fiscal_year (
    year      int primary key check (year between 1990 and 2100),
    closes_on date not null,
    closed_at timestamptz
);

-- 정책사업 > 단위사업 > 세부사업 > 통계목
create table office.budget_node (
    id          uuid primary key,
    fiscal_year int not null references office.fiscal_year,
    parent_id   uuid references office.budget_node,
    level       text not null check (level in ('POLICY', 'UNIT', 'PROJECT', 'LINE')),
    code        text not null,
    name        text not null check (name <> ''),
    position    int not null,
    team_id     uuid references office.team,
    task        text,
    fast        boolean not null,
    unique nulls not distinct (fiscal_year, parent_id, name),
    check ((level = 'POLICY') = (parent_id is null))
);
create index budget_node_parent on office.budget_node (parent_id);

create table office.appropriation (
    id         uuid primary key,
    line_id    uuid not null references office.budget_node,
    kind       text not null,
    source     text not null,
    amount     bigint not null check (amount <> 0),
    on_date    date not null,
    basis      text not null,
    entered_at timestamptz not null,
    entered_by text not null
);
create index appropriation_line on office.appropriation (line_id, on_date);

create table office.import_batch (
    id           uuid primary key,
    file_name    text not null,
    file_hash    text not null unique,
    fiscal_year  int not null references office.fiscal_year,
    rows         int not null,
    skipped      int not null,
    total        bigint not null,
    imported_at  timestamptz not null,
    imported_by  text not null
);

-- The execution ledger (집행 원장). Written once; a mistake is answered by a counter entry.
create table office.ledger_entry (
    id            uuid primary key,
    fiscal_year   int not null references office.fiscal_year,
    line_id       uuid not null references office.budget_node,
    kind          text not null check (kind in ('OBLIGATION', 'PAYMENT', 'RETURN')),
    source        text not null,
    amount        bigint not null check (amount <> 0),
    on_date       date not null,
    document_no   text not null check (document_no <> ''),
    payee         text not null,
    memo          text not null,
    obligation_id uuid references office.ledger_entry,
    reverses      uuid unique references office.ledger_entry,
    batch_id      uuid references office.import_batch,
    entered_at    timestamptz not null,
    entered_by    text not null,
    check ((kind = 'OBLIGATION' and reverses is null) = (obligation_id is null)),
    check ((amount < 0) = (reverses is not null)),
    constraint ledger_entry_document unique (fiscal_year, kind, document_no)
);
create index ledger_entry_day on office.ledger_entry (fiscal_year, on_date) include (line_id, source, kind, amount);
create index ledger_entry_line on office.ledger_entry (line_id, on_date, id);
create index ledger_entry_obligation on office.ledger_entry (obligation_id) where obligation_id is not null;

-- Sums per line, source and month, kept in the transaction of the entries themselves, so that a question
-- "as of a day" reads a few hundred sums and one month of entries however long the ledger grows.
create table office.ledger_month (
    fiscal_year int not null,
    month       date not null,
    line_id     uuid not null,
    source      text not null,
    obligated   bigint not null,
    paid        bigint not null,
    returned    bigint not null,
    entries     bigint not null,
    primary key (fiscal_year, month, line_id, source)
);

create function office.ledger_roll_up() returns trigger language plpgsql as $$
begin
    insert into office.ledger_month as m
        (fiscal_year, month, line_id, source, obligated, paid, returned, entries)
    select fiscal_year, date_trunc('month', on_date)::date, line_id, source,
           coalesce(sum(amount) filter (where kind = 'OBLIGATION'), 0),
           coalesce(sum(amount) filter (where kind = 'PAYMENT'), 0),
           coalesce(sum(amount) filter (where kind = 'RETURN'), 0),
           count(*)
    from entered
    group by 1, 2, 3, 4
    order by 1, 2, 3, 4
    on conflict (fiscal_year, month, line_id, source) do update set
        obligated = m.obligated + excluded.obligated,
        paid = m.paid + excluded.paid,
        returned = m.returned + excluded.returned,
        entries = m.entries + excluded.entries;
    return null;
end $$;

create trigger ledger_roll_up after insert on office.ledger_entry
    referencing new table as entered for each statement execute function office.ledger_roll_up();

create function office.written_once() returns trigger language plpgsql as $$
begin
    raise exception '% is written once; answer a mistake with a counter entry', tg_table_name using errcode = 'raise_exception';
end $$;

create trigger ledger_entry_written_once before update or delete or truncate on office.ledger_entry
    for each statement execute function office.written_once();
create trigger appropriation_written_once before update or delete or truncate on office.appropriation
    for each statement execute function office.written_once();

-- 월별 집행계획 of a detailed project
create table office.monthly_plan (
    project_id uuid not null references office.budget_node,
    month      date not null check (extract(day from month) = 1),
    amount     bigint not null check (amount >= 0),
    primary key (project_id, month)
);

-- 신속집행 목표: the share of the subject budget to be spent by a day
create table office.fast_target (
    fiscal_year int not null references office.fiscal_year,
    by_date     date not null,
    percent     numeric(4, 1) not null check (percent > 0 and percent <= 100),
    primary key (fiscal_year, by_date)
);

-- An uploaded execution export between preview and confirmation.
create table office.import_draft (
    id          uuid primary key,
    file_name   text not null,
    file_hash   text not null,
    bytes       bytea not null,
    uploaded_at timestamptz not null,
    uploaded_by uuid not null
);
