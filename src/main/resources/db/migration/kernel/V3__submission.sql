-- Forms that have been sent; the number comes from the form, so that the second sending is known as such.
create table kernel.submission (
    token    uuid        not null,
    path     text        not null,
    sender   text        not null,
    sent_at  timestamptz not null,
    finished boolean     not null default false,
    location text,
    primary key (token, path, sender)
);
create index submission_sent on kernel.submission (sent_at);
