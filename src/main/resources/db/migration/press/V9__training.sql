-- ---------------------------------------------------------------- training and booklets (홍보교육·책자)
create table press.training (
    id        uuid primary key,
    day       date not null,
    subject   text not null,
    place     text not null default '',
    teacher   text not null default '',
    audience  text not null default '',
    attendees int not null check (attendees >= 0),
    note      text not null default '',
    added_at  timestamptz not null,
    added_by  text not null
);
create index training_day on press.training (day);

create table press.booklet (
    id       uuid primary key,
    day      date not null,
    title    text not null,
    pages    int not null check (pages >= 0),
    copies   int not null check (copies >= 0),
    note     text not null default '',
    added_at timestamptz not null,
    added_by text not null
);
create index booklet_day on press.booklet (day);

-- What was handed out: of a training or the booklet itself.
create table press.training_file (
    file uuid primary key,
    owner uuid not null,
    name text not null,
    at   timestamptz not null,
    by   text not null
);
create index training_file_owner on press.training_file (owner);
