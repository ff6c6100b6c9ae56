-- A send is frozen first and its run opened when the number of its messages is known, in one transaction.
alter table notices.message alter constraint message_send_fkey deferrable initially deferred;

-- ---------------------------------------------------------------- recipients (수신자)
-- Nobody's name: a recipient is known by a number. What is deleted stays as an empty row, so that counts of earlier days stay true.
create table notices.recipient (
    id         uuid primary key,
    number     bigint generated always as identity unique,
    dong       text not null,
    age        smallint check (age between 1 and 7),
    added_at   timestamptz not null,
    intake     uuid,
    deleted_at timestamptz
);
create index recipient_intake on notices.recipient (intake) where intake is not null;

-- A way to be reached. The address is sealed; the finder is its blind index.
create table notices.contact (
    id         uuid primary key,
    recipient  uuid not null references notices.recipient on delete cascade,
    channel    text not null check (channel in ('SMS', 'EMAIL', 'PUSH')),
    sealed     text,
    finder     text,
    last_four  text not null,
    masked     text not null,
    added_at   timestamptz not null,
    intake     uuid,
    dead_at    timestamptz,
    dead_why   text not null default '',
    deleted_at timestamptz,
    deletion   uuid,
    check ((sealed is null) = (deleted_at is not null)),
    check ((finder is null) = (sealed is null))
);
create unique index contact_finder on notices.contact (channel, finder) where finder is not null;
create index contact_recipient on notices.contact (recipient);
create index contact_last_four on notices.contact (last_four) where last_four <> '';
create index contact_deletion on notices.contact (deletion) where deletion is not null;
create index contact_intake on notices.contact (intake) where intake is not null;

-- What was agreed to and taken back; a row is closed once and never changed otherwise.
create table notices.consent (
    id           bigint generated always as identity primary key,
    contact      uuid not null references notices.contact on delete cascade,
    purpose      text not null check (purpose in ('PUBLIC', 'ADVERTISING', 'NIGHT', 'DISASTER')),
    topic        text not null,
    given_at     timestamptz not null,
    source       text not null,
    wording      text not null,
    intake       uuid,
    withdrawn_at timestamptz,
    withdrawal   text,
    check ((withdrawn_at is null) = (withdrawal is null)),
    check (withdrawn_at >= given_at)
);
create unique index consent_standing on notices.consent (contact, purpose, topic) where withdrawn_at is null;
create index consent_contact on notices.consent (contact);
create index consent_intake on notices.consent (intake) where intake is not null;
create index consent_disaster on notices.consent (contact) where purpose = 'DISASTER';

-- Saved questions (발송 대상 묶음).
create table notices.segment (
    id          uuid primary key,
    name        text not null,
    channel     text not null check (channel in ('SMS', 'EMAIL', 'PUSH')),
    audience    jsonb not null,
    made_at     timestamptz not null,
    made_by     text not null,
    changed_at  timestamptz not null,
    archived_at timestamptz
);
create unique index segment_name on notices.segment (name) where archived_at is null;

-- ---------------------------------------------------------------- files taken in (수신자 가져오기)
create table notices.intake (
    id          uuid primary key,
    file_name   text not null,
    digest      text not null,
    sealed_file text,
    uploaded_at timestamptz not null,
    uploaded_by text not null,
    uploader    uuid not null,
    settings    jsonb not null,
    state       text not null check (state in ('UPLOADED', 'TAKING', 'TAKEN', 'UNDONE', 'FAILED')),
    rows        int not null default 0,
    done        int not null default 0,
    added       int not null default 0,
    joined      int not null default 0,
    known       int not null default 0,
    refused     int not null default 0,
    taken_at    timestamptz,
    undone_at   timestamptz,
    why         text not null default ''
);
create index intake_list on notices.intake (uploaded_at desc, id desc);
create index intake_taking on notices.intake (uploaded_at) where state = 'TAKING';
create index intake_digest on notices.intake (digest);

-- ---------------------------------------------------------------- one-time codes (인증번호)
create table notices.door_code (
    id         uuid primary key,
    errand     text not null check (errand in ('SUBSCRIBE', 'MINE')),
    channel    text not null check (channel in ('SMS', 'EMAIL')),
    sealed     text not null,
    finder     text not null,
    hash       text not null,
    wish       jsonb not null,
    client     text not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    attempts   int not null default 0,
    used_at    timestamptz
);
create index door_code_finder on notices.door_code (finder, made_at);
create index door_code_client on notices.door_code (client, made_at);
create index door_code_made on notices.door_code (made_at);

-- Codes on their way: what is to be sent stands here until somebody has taken it.
create table notices.code_letter (
    id       uuid primary key,
    channel  text not null check (channel in ('SMS', 'EMAIL')),
    masked   text not null,
    sealed   text not null,
    made_at  timestamptz not null,
    taken_at timestamptz
);
create index code_letter_waiting on notices.code_letter (made_at) where taken_at is null;
create index code_letter_made on notices.code_letter (made_at);

-- ---------------------------------------------------------------- what was deleted (파기 대장)
create table notices.deletion (
    id       uuid primary key,
    at       timestamptz not null,
    by_login text not null,
    cause    text not null check (cause in ('RETENTION', 'REQUEST', 'OFFICER')),
    reason   text not null,
    contacts int not null,
    people   int not null,
    digest   text not null,
    previous text not null
);
create index deletion_list on notices.deletion (at desc, id desc);
