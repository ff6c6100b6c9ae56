-- ---------------------------------------------------------------- reminders (독촉)
-- Whose seat the paper lies in, and who was told: he himself or his deputy, nobody once he has left. By hand and by the clock
-- each at most once per working day.
create table approvals.reminder (
    id         uuid primary key,
    paper      uuid not null references approvals.paper,
    account    uuid not null,
    told       uuid,
    day        date not null check (extract(isodow from day) < 6),
    clock      boolean not null,
    by_account uuid not null,
    by_name    text not null,
    words      text not null check (length(words) <= 200),
    at         timestamptz not null,
    constraint reminder_once unique (paper, account, day, clock)
);
create index reminder_account on approvals.reminder (account, paper, at);
create index reminder_told on approvals.reminder (told, day) where told is not null and clock;
create trigger reminder_written_once before update or delete or truncate on approvals.reminder
    for each statement execute function approvals.written_once();

-- One letter per person and day. OVER is written just before the mail server may take it: whoever dies then leaves a doubt and
-- no second letter.
create table approvals.reminder_letter (
    account    uuid not null,
    day        date not null,
    state      text not null check (state in ('QUEUED', 'CARRIED', 'OVER', 'SENT', 'REFUSED', 'DOUBTFUL', 'DROPPED')),
    tries      int not null,
    due_at     timestamptz not null,
    changed_at timestamptz not null,
    primary key (account, day)
);
create index reminder_letter_open on approvals.reminder_letter (day) where state in ('QUEUED', 'CARRIED', 'OVER');

-- ---------------------------------------------------------------- what its drafter throws away (버림)
-- What was typed and not saved is out of sight and kept for a while.
alter table approvals.buffer add column discarded_at timestamptz;

create index paper_discarded on approvals.paper (drafter, changed_at desc, id) where status = 'DISCARDED';

-- Nothing of a paper is ever deleted, but for drafts that were thrown away a month ago, never went on their way, and that no
-- other paper and no other room knows of. (A day less than a month: clocks of nodes differ.)
create function approvals.only_purged() returns trigger language plpgsql as $$
declare
    gone uuid := case when tg_table_name = 'paper' then to_jsonb(old) ->> 'id' else to_jsonb(old) ->> 'paper' end;
begin
    if exists (
            select from approvals.paper p
            where p.id = gone and p.status = 'DISCARDED' and p.changed_at < now() - interval '29 days'
                and p.submitted_at is null and p.approved_at is null and p.predecessor is null
                and p.successor is null and p.subject_room is null)
        and not exists (
            select from approvals.event e
            where e.paper = gone and e.kind not in ('DRAFTED', 'REVISED', 'LINE_CHANGED', 'DISCARDED', 'RESTORED'))
        and not exists (select from approvals.register_entry n where n.paper = gone) then return old; end if;
    raise exception 'approvals.% is written once', tg_table_name using errcode = 'raise_exception';
end $$;

drop trigger content_version_written_once on approvals.content_version;
create trigger content_version_written_once before update or truncate on approvals.content_version
    for each statement execute function approvals.written_once();
create trigger content_version_purged before delete on approvals.content_version
    for each row execute function approvals.only_purged();

drop trigger event_written_once on approvals.event;
create trigger event_written_once before update or truncate on approvals.event
    for each statement execute function approvals.written_once();
create trigger event_purged before delete on approvals.event
    for each row execute function approvals.only_purged();

drop trigger link_written_once on approvals.link;
create trigger link_written_once before update or truncate on approvals.link
    for each statement execute function approvals.written_once();
create trigger link_purged before delete on approvals.link
    for each row execute function approvals.only_purged();

drop trigger access_written_once on approvals.access;
create trigger access_written_once before update or truncate on approvals.access
    for each statement execute function approvals.written_once();
create trigger access_purged before delete on approvals.access
    for each row execute function approvals.only_purged();

drop trigger paper_kept on approvals.paper;
create trigger paper_kept before truncate on approvals.paper
    for each statement execute function approvals.written_once();
create trigger paper_purged before delete on approvals.paper
    for each row execute function approvals.only_purged();
