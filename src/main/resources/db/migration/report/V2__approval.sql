-- While a report is being approved (확정 결재) nothing in it changes; what was asked is kept whole, and exactly that is frozen.
alter table report.report drop constraint report_state_check;
alter table report.report add constraint report_state_check
    check (state in ('DRAFT', 'INPUT', 'REVIEW', 'APPROVAL', 'FROZEN', 'ISSUED'));

create table report.proposal (
    id       uuid primary key,
    report   uuid not null references report.report,
    paper    uuid not null unique,
    as_of    date not null,
    document text not null,
    figures  text not null,
    hash     text not null check (hash ~ '^[0-9a-f]{64}$'),
    by_id    uuid not null,
    by_name  text not null,
    at       timestamptz not null,
    outcome  text check (outcome in ('APPROVED', 'RETURNED', 'WITHDRAWN')),
    ended_at timestamptz,
    check ((outcome is null) = (ended_at is null))
);
create unique index proposal_open on report.proposal (report) where outcome is null;

create function report.proposal_kept() returns trigger language plpgsql as
$$
begin
    if tg_op = 'UPDATE' and old.outcome is null
        and to_jsonb(new) - 'outcome' - 'ended_at' = to_jsonb(old) - 'outcome' - 'ended_at' then
        return new;
    end if;
    raise exception 'report.proposal is kept as it was asked' using errcode = 'restrict_violation';
end
$$;
create trigger proposal_kept before update or delete on report.proposal
    for each row execute function report.proposal_kept();
create trigger proposal_not_emptied before truncate on report.proposal
    for each statement execute function report.keep();

create or replace function report.cover_kept() returns trigger language plpgsql as
$$
begin
    if old.state in ('APPROVAL', 'FROZEN', 'ISSUED')
        and (tg_op = 'DELETE' or row(new.*) is distinct from row(old.*)
             and not ((old.state, new.state) in (('APPROVAL', 'REVIEW'), ('APPROVAL', 'FROZEN'), ('FROZEN', 'ISSUED'))
                      and to_jsonb(new) - 'state' = to_jsonb(old) - 'state')) then
        raise exception 'report % is frozen', old.id using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end
$$;
