-- An act changes where a paper stands. What it changes stands in no index any more, so that the new row needs no entries in all of them.

-- ---------------------------------------------------------------- one's own papers
drop index approvals.paper_drafter;
create index paper_drafter on approvals.paper (drafter, made_at desc, id);

-- ---------------------------------------------------------------- what its drafter threw away
alter table approvals.paper add column discarded boolean not null generated always as (status = 'DISCARDED') stored;
drop index approvals.paper_discarded;
create index paper_discarded on approvals.paper (drafter, id) where discarded;

-- ---------------------------------------------------------------- a subject of another room
-- has at most one paper on its way
alter table approvals.paper add column subject_held boolean not null generated always as (
    subject_room is not null and subject_dropped is null and successor is null
    and status not in ('APPROVED', 'RETURNED')) stored;
drop index approvals.paper_subject_open;
create unique index paper_subject_open on approvals.paper (subject_room, subject_ref, task) where subject_held;

-- room for the rows a paper becomes on its way
alter table approvals.paper set (fillfactor = 70);
