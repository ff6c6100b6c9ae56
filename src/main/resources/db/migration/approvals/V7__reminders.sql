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
