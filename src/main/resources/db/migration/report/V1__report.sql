create schema report;

-- Templates (보고서 서식): every version is kept as it was saved.
create table report.template (
    id         uuid primary key,
    code       text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    title      text not null,
    latest     int not null check (latest > 0),
    created_at timestamptz not null
);

create table report.template_version (
    template uuid not null references report.template,
    number   int not null check (number > 0),
    body     text not null,
    note     text not null,
    by_id    uuid not null,
    by_name  text not null,
    at       timestamptz not null,
    primary key (template, number)
);

-- Reports (주요업무 보고): the cover, and where the work stands.
create table report.report (
    id               uuid primary key,
    template         uuid not null,
    template_version int not null,
    year             int not null check (year between 1990 and 2100),
    as_of            date not null,
    title            text not null,
    section          text not null,
    session          text not null,
    dates            text not null,
    contents         boolean not null,
    state            text not null check (state in ('DRAFT', 'INPUT', 'REVIEW', 'FROZEN', 'ISSUED')),
    created_at       timestamptz not null,
    created_by       uuid not null,
    created_name     text not null,
    foreign key (template, template_version) references report.template_version
);
create index report_listed on report.report (as_of desc, id);

-- A page (쪽) is a chapter head or a numbered task; the teams named write it, the section when none is.
create table report.page (
    report   uuid not null references report.report,
    position int not null,
    level    int not null check (level in (1, 2)),
    heading  text not null,
    teams    text[] not null,
    latest   int not null,
    primary key (report, position)
);

create table report.page_version (
    report   uuid not null,
    position int not null,
    number   int not null check (number > 0),
    body     text not null,
    by_id    uuid not null,
    by_name  text not null,
    at       timestamptz not null,
    primary key (report, position, number),
    foreign key (report, position) references report.page
);

-- Every change of state, with who, when and why.
create table report.step (
    id         uuid primary key,
    report     uuid not null references report.report,
    from_state text,
    to_state   text not null,
    reason     text not null,
    by_id      uuid not null,
    by_name    text not null,
    at         timestamptz not null
);
create index step_of_report on report.step (report, at);

create table report.comment (
    id          uuid primary key,
    report      uuid not null references report.report,
    position    int,
    body        text not null,
    by_id       uuid not null,
    by_name     text not null,
    at          timestamptz not null,
    settled_at  timestamptz,
    settled_name text,
    foreign key (report, position) references report.page
);
create index comment_of_report on report.comment (report, at);

-- The frozen report (확정본): the document and every figure as they were, sealed by one hash.
create table report.frozen (
    report   uuid primary key references report.report,
    as_of    date not null,
    document text not null,
    hash     text not null check (hash ~ '^[0-9a-f]{64}$'),
    by_id    uuid not null,
    by_name  text not null,
    at       timestamptz not null
);

create table report.frozen_figure (
    report      uuid not null references report.frozen,
    position    int not null,
    written     text not null,
    key         text not null,
    kind        text not null,
    unit        text not null,
    from_day    date not null,
    to_day      date not null,
    value       numeric,
    row_count   bigint not null,
    rows_digest text not null,
    primary key (report, position)
);
create index frozen_figure_key on report.frozen_figure (report, key);

-- Numbers of issued reports (발행번호): counted per year without a gap.
create table report.year_counter (
    year int primary key,
    last int not null
);

create table report.issue (
    report  uuid primary key references report.frozen,
    year    int not null,
    number  int not null check (number > 0),
    by_id   uuid not null,
    by_name text not null,
    at      timestamptz not null,
    unique (year, number)
);

create function report.keep() returns trigger language plpgsql as
$$
begin
    raise exception 'report.% is kept as it was written', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger template_version_kept before update or delete or truncate on report.template_version
    for each statement execute function report.keep();
create trigger page_version_kept before update or delete or truncate on report.page_version
    for each statement execute function report.keep();
create trigger step_kept before update or delete or truncate on report.step
    for each statement execute function report.keep();
create trigger frozen_kept before update or delete or truncate on report.frozen
    for each statement execute function report.keep();
create trigger frozen_figure_kept before update or delete or truncate on report.frozen_figure
    for each statement execute function report.keep();
create trigger issue_kept before update or delete or truncate on report.issue
    for each statement execute function report.keep();

-- A figure can join a frozen report only in the transaction that freezes it.
create function report.only_while_freezing() returns trigger language plpgsql as
$$
begin
    if not exists (select from report.frozen f where f.report = new.report and f.xmin = pg_current_xact_id()::xid) then
        raise exception 'report % is frozen', new.report using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger frozen_figure_closed before insert on report.frozen_figure
    for each row execute function report.only_while_freezing();

-- What a frozen report says of itself no longer changes; only its state moves on to issued.
create function report.cover_kept() returns trigger language plpgsql as
$$
begin
    if old.state in ('FROZEN', 'ISSUED')
        and (tg_op = 'DELETE' or row(new.*) is distinct from row(old.*)
             and not (old.state = 'FROZEN' and new.state = 'ISSUED'
                      and to_jsonb(new) - 'state' = to_jsonb(old) - 'state')) then
        raise exception 'report % is frozen', old.id using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end
$$;
create trigger report_cover_kept before update or delete on report.report
    for each row execute function report.cover_kept();
