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
