-- Timed work (정기 작업), shared by all nodes. Columns as db-scheduler 16 names them.
create table kernel.scheduled_task (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_task_execution_time on kernel.scheduled_task (execution_time);
create index scheduled_task_heartbeat on kernel.scheduled_task (last_heartbeat);

create table kernel.job_run (
    id         uuid primary key,
    job        text not null,
    node       text not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    said       text,
    error      text
);
create index job_run_job on kernel.job_run (job, started_at desc);
