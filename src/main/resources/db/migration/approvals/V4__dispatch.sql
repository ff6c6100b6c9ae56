-- ---------------------------------------------------------------- agencies (외부 기관)
create table approvals.agency (
    code       text primary key check (code ~ '^[0-9A-Z]{7}$'),
    name       text not null check (name <> ''),
    way        text not null check (way in ('HAND', 'FOLDER')),
    retired_at timestamptz,
    changed_at timestamptz not null,
    changed_by text not null
);
create unique index agency_name on approvals.agency (name) where retired_at is null;

-- ---------------------------------------------------------------- sendings (시행)
-- One row for each time a paper is sent; a further one waits for the unit head's consent.
create table approvals.sending (
    id         uuid primary key,
    paper      uuid not null references approvals.paper,
    version    int not null,
    sender     text not null check (sender <> ''),
    mark       text not null check (mark in ('SEAL', 'SIGNATURE', 'OMITTED')),
    separate   boolean not null,
    state      text not null check (state in ('ASKED', 'SENT', 'REFUSED')),
    reason     text not null,
    asked_by   uuid not null,
    asked_name text not null,
    asked_at   timestamptz not null,
    ruled_by   uuid,
    ruled_name text,
    ruled_at   timestamptz,
    ruling     text not null default '',
    check ((state = 'ASKED') = (ruled_at is null))
);
create index sending_paper on approvals.sending (paper, asked_at);
-- the first sending needs nobody's consent, and there is one first sending
create unique index sending_first on approvals.sending (paper) where reason = '';
create index sending_asked on approvals.sending (asked_at) where state = 'ASKED';

-- One recipient of one sending. Names and addresses of residents are sealed.
create table approvals.delivery (
    id           uuid primary key,
    sending      uuid not null references approvals.sending,
    paper        uuid not null references approvals.paper,
    position     int not null,
    channel      text not null check (channel in ('INSIDE', 'AGENCY', 'EMAIL', 'HOMEPAGE')),
    code         text,
    name         text,
    sealed_name  text,
    sealed_email text,
    state        text not null check (state in ('ASKED', 'QUEUED', 'SENT', 'ARRIVED', 'FAILED', 'WITHDRAWN')),
    tries        int not null default 0,
    due_at       timestamptz,
    holder       text,
    held_until   timestamptz,
    handed       boolean not null default false,
    sent_at      timestamptz,
    arrived_at   timestamptz,
    why          text not null default '',
    detail       text not null default '',
    manifest     text,
    unique (sending, position),
    check ((channel = 'EMAIL') = (sealed_email is not null)),
    check ((channel = 'EMAIL') = (sealed_name is not null)),
    check ((channel = 'EMAIL') = (name is null)),
    check ((channel in ('INSIDE', 'AGENCY')) = (code is not null)),
    check ((holder is null) = (held_until is null)),
    check (holder is null or state = 'QUEUED'),
    check (state <> 'ARRIVED' or arrived_at is not null),
    check (state <> 'SENT' or sent_at is not null),
    check (state not in ('FAILED', 'WITHDRAWN') or why <> '')
);
create index delivery_due on approvals.delivery (due_at, id) where state = 'QUEUED' and due_at is not null;
create index delivery_paper on approvals.delivery (paper);

-- ---------------------------------------------------------------- the homepage (누리집)
-- What the public reads is copied here when it is published, and nothing else can be read there: a closed paper has no row, a
-- partly open one no text.
create table approvals.publication (
    id            uuid primary key,
    delivery      uuid not null unique references approvals.delivery,
    paper         uuid not null references approvals.paper,
    title         text not null,
    summary       text not null,
    body          text,
    disclosure    text not null check (disclosure in ('OPEN', 'PARTLY')),
    kind          text not null,
    number        text not null,
    second        text not null,
    unit          text not null,
    sender        text not null,
    noticed       date not null,
    published_at  timestamptz not null,
    taken_down_at timestamptz,
    check ((disclosure = 'OPEN') = (body is not null))
);
create unique index publication_paper on approvals.publication (paper) where taken_down_at is null;
create index publication_newest on approvals.publication (published_at desc, id desc) where taken_down_at is null;

-- ---------------------------------------------------------------- received documents (접수문서)
create table approvals.receipt (
    id            uuid primary key,
    origin        text not null check (origin in ('INSIDE', 'PACKAGE', 'HAND')),
    delivery      uuid unique references approvals.delivery,
    packet        text unique,
    manifest      text,
    signature     text not null default '' check (signature in ('', 'OURS', 'UNVERIFIED')),
    sender        text not null check (sender <> ''),
    sender_number text not null,
    sent_on       date,
    title         text not null check (title <> ''),
    summary       text not null,
    body          text not null,
    closed        boolean not null,
    arrived_at    timestamptz not null,
    made_by       uuid not null,
    made_name     text not null,
    state         text not null check (state in ('WAITING', 'GIVEN', 'TAKEN', 'ASSIGNED', 'DONE')),
    unit          text not null references approvals.unit,
    handler       uuid,
    handler_name  text not null default '',
    deadline      date,
    method        text not null default '',
    answer        uuid references approvals.paper,
    changed_at    timestamptz not null,
    check ((origin = 'INSIDE') = (delivery is not null)),
    check ((origin = 'PACKAGE') = (packet is not null and manifest is not null)),
    check ((state = 'ASSIGNED') <= (handler is not null))
);
create index receipt_unit on approvals.receipt (unit, arrived_at desc, id desc);
create index receipt_handler on approvals.receipt (handler, arrived_at desc, id desc) where handler is not null;
create index receipt_newest on approvals.receipt (arrived_at desc, id desc);
create index receipt_deadline on approvals.receipt (deadline) where state <> 'DONE' and deadline is not null;

create table approvals.receipt_act (
    receipt  uuid not null references approvals.receipt,
    number   int not null,
    kind     text not null,
    who      uuid not null,
    who_name text not null,
    at       timestamptz not null,
    unit     text not null,
    handler  text not null default '',
    deadline date,
    words    text not null default '',
    primary key (receipt, number)
);
create index receipt_act_who on approvals.receipt_act (who, receipt);

create table approvals.receipt_file (
    receipt  uuid not null references approvals.receipt,
    position int not null,
    file     uuid not null,
    name     text not null,
    size     bigint not null,
    sha256   text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (receipt, position)
);

-- Circulation (공람): who is to read it, and when he did, which opening it writes down.
create table approvals.receipt_reader (
    receipt  uuid not null references approvals.receipt,
    account  uuid not null,
    name     text not null,
    asked_by text not null,
    asked_at timestamptz not null,
    read_at  timestamptz,
    primary key (receipt, account)
);
create index receipt_reader_account on approvals.receipt_reader (account, receipt);

create table approvals.receipt_look (
    id      uuid primary key,
    receipt uuid not null references approvals.receipt,
    account uuid not null,
    login   text not null,
    at      timestamptz not null,
    allowed boolean not null,
    address text not null
);
create index receipt_look_receipt on approvals.receipt_look (receipt, id desc);

-- ---------------------------------------------------------------- the register of receipts (문서접수대장)
-- An entry belongs to a paper or to a received document; one that was sent on to another unit has a number in each.
alter table approvals.register_entry alter column paper drop not null;
alter table approvals.register_entry add column receipt uuid references approvals.receipt;
alter table approvals.register_entry add constraint register_entry_whose check ((paper is null) <> (receipt is null));
alter table approvals.register_entry add constraint register_entry_receipt check (receipt is null or register = 'RECEIPT');
create unique index register_entry_received on approvals.register_entry (receipt, unit) where receipt is not null;

-- ---------------------------------------------------------------- guards
create trigger receipt_act_written_once before update or delete or truncate on approvals.receipt_act
    for each statement execute function approvals.written_once();
create trigger receipt_file_written_once before update or delete or truncate on approvals.receipt_file
    for each statement execute function approvals.written_once();
create trigger receipt_look_written_once before update or delete or truncate on approvals.receipt_look
    for each statement execute function approvals.written_once();
create trigger receipt_kept before delete or truncate on approvals.receipt
    for each statement execute function approvals.written_once();
create trigger sending_kept before delete or truncate on approvals.sending
    for each statement execute function approvals.written_once();
create trigger delivery_kept before delete or truncate on approvals.delivery
    for each statement execute function approvals.written_once();
create trigger publication_kept before delete or truncate on approvals.publication
    for each statement execute function approvals.written_once();
create trigger receipt_reader_kept before delete or truncate on approvals.receipt_reader
    for each statement execute function approvals.written_once();

-- What came in stays as it came.
create function approvals.keep_arrival() returns trigger language plpgsql as $$
begin
    if (new.id, new.origin, new.sender, new.sender_number, new.title, new.summary, new.body, new.arrived_at, new.made_by)
            = (old.id, old.origin, old.sender, old.sender_number, old.title, old.summary, old.body, old.arrived_at, old.made_by)
        and (new.delivery, new.packet, new.manifest, new.signature, new.sent_on)
            is not distinct from (old.delivery, old.packet, old.manifest, old.signature, old.sent_on) then return new; end if;
    raise exception 'approvals.receipt keeps what arrived' using errcode = 'raise_exception';
end $$;
create trigger receipt_arrival before update on approvals.receipt
    for each row execute function approvals.keep_arrival();

-- What is over stays over: a delivery that was sent is never queued again, one that failed only by a person's word.
create function approvals.keep_delivery() returns trigger language plpgsql as $$
begin
    if (new.id, new.sending, new.paper, new.position, new.channel) = (old.id, old.sending, old.paper, old.position, old.channel)
        and (new.state = old.state
            or (old.state = 'ASKED' and new.state in ('QUEUED', 'WITHDRAWN'))
            or old.state = 'QUEUED'
            or (old.state = 'SENT' and new.state = 'ARRIVED')
            or (old.state = 'FAILED' and new.state = 'QUEUED')
            or (old.state = 'ARRIVED' and new.state = 'WITHDRAWN' and old.channel = 'HOMEPAGE')) then return new; end if;
    raise exception 'approvals.delivery goes forward' using errcode = 'raise_exception';
end $$;
create trigger delivery_forward before update on approvals.delivery
    for each row execute function approvals.keep_delivery();
