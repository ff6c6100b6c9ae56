-- A room may take back what it asked while the paper lies with its drafter; the paper stays, but decides nothing any more.
alter table approvals.paper add column subject_dropped timestamptz;

drop index approvals.paper_subject_open;
create unique index paper_subject_open on approvals.paper (subject_room, subject_ref, task)
    where subject_room is not null and subject_dropped is null and successor is null
        and status not in ('APPROVED', 'RETURNED');

create index paper_open on approvals.paper (made_at) where approved_at is null;
