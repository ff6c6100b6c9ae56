-- ---------------------------------------------------------------- articles (기사)
create table press.article (
    id           uuid primary key,
    -- null while nobody has said whose host it is
    outlet       uuid references press.outlet,
    kind         text not null check (kind in ('ONLINE', 'PAPER', 'BROADCAST')),
    host         text not null default '',
    url          text,
    -- the address without what changes from link to link; the article of one address is one row
    canonical    text unique,
    -- what names an article without an address: outlet, programme or page, time or day, headline
    slot         text unique,
    title        text not null check (title <> ''),
    lead         text not null default '',
    -- only where a licence allows keeping it
    body         text,
    reporter     text not null default '',
    page         text not null default '',
    programme    text not null default '',
    clip         text not null default '',
    published_at timestamptz not null,
    -- what the source said, when that cannot be
    said_at      timestamptz,
    found_at     timestamptz not null,
    source       uuid,
    entered_by   text not null default '',
    -- the leading article of its group and the earliest of all that hang together with it
    cluster      uuid,
    thread       uuid,
    shared       smallint,
    same_quotes  smallint,
    roundup      boolean not null default false,
    -- by the program or, before it, by a person
    release      uuid,
    tone         text check (tone in ('POSITIVE', 'NEUTRAL', 'NEGATIVE')),
    -- not about the office at all: found by a word that means something else
    left_out_at  timestamptz,
    left_out_by  text,
    left_out_why text,
    check (kind <> 'ONLINE' or canonical is not null),
    check (canonical is not null or slot is not null)
);
create index article_newest on press.article (published_at desc, id desc);
create index article_outlet on press.article (outlet, published_at);
create index article_cluster on press.article (cluster);
create index article_thread on press.article (thread);
create index article_of_release on press.article (release) where release is not null;
create index article_homeless on press.article (host) where outlet is null;
create index article_ungrouped on press.article (published_at) where thread is null;

-- When a server was asked last, or is asked next, by whichever node.
create table press.host_turn (
    host text primary key,
    at   timestamptz not null
);

-- The fingerprint of its text: what is left for comparing where the text may not be kept.
create table press.article_sketch (
    article uuid primary key references press.article on delete cascade,
    key     text not null,
    sketch  bytea not null
);
alter table press.article_sketch alter column sketch set storage external;

-- What people decided about groups; the program never overrules it.
create table press.article_place (
    article  uuid primary key references press.article,
    apart    boolean not null,
    together uuid references press.article,
    by_name  text not null,
    at       timestamptz not null,
    check (apart or together is not null)
);

-- Which release it goes back to: what the program thinks, and what a person said.
create table press.article_release (
    article    uuid primary key references press.article,
    proposed   uuid,
    confidence smallint,
    percent    smallint,
    quotes     smallint,
    early      boolean not null default false,
    decision   text check (decision in ('CONFIRMED', 'CORRECTED', 'NONE')),
    decided    uuid,
    by_name    text,
    at         timestamptz,
    check ((decision is null) = (at is null)),
    check (decision is distinct from 'NONE' or decided is null)
);
create index article_release_proposed on press.article_release (proposed);

-- ---------------------------------------------------------------- tone and issues, by people (논조·이슈)
create table press.article_tone (
    article uuid not null references press.article,
    reader  smallint not null check (reader in (1, 2)),
    tone    text not null check (tone in ('POSITIVE', 'NEUTRAL', 'NEGATIVE')),
    by      uuid not null,
    by_name text not null,
    at      timestamptz not null,
    primary key (article, reader)
);
create table press.article_tag (
    article uuid not null references press.article,
    tag     text not null check (tag = btrim(tag) and tag <> ''),
    by_name text not null,
    at      timestamptz not null,
    primary key (article, tag)
);
create index article_tag_tag on press.article_tag (tag);

-- ---------------------------------------------------------------- corrections (정정·반론·추후보도 청구)
-- The periods of the act, as data: when it changes, a row is added.
create table press.correction_rule (
    kind          text not null check (kind in ('CORRECTION', 'REPLY', 'LATER')),
    since         date not null,
    months_known  smallint not null,
    months_report smallint,
    answer_days   smallint not null,
    print_days    smallint not null,
    article       text not null,
    primary key (kind, since)
);
insert into press.correction_rule values
    ('CORRECTION', '2005-07-28', 3, 6, 3, 7, '언론중재 및 피해구제 등에 관한 법률 제14조제1항, 제15조제2항·제3항'),
    ('REPLY', '2005-07-28', 3, 6, 3, 7, '언론중재 및 피해구제 등에 관한 법률 제16조제1항·제3항, 제15조제2항·제3항'),
    ('LATER', '2005-07-28', 3, null, 3, 7, '언론중재 및 피해구제 등에 관한 법률 제17조제1항·제3항, 제15조제2항·제3항');

create table press.correction (
    serial      integer generated always as identity primary key,
    article     uuid not null references press.article,
    kind        text not null check (kind in ('CORRECTION', 'REPLY', 'LATER')),
    wrong       text not null check (wrong <> ''),
    right_text  text not null check (right_text <> ''),
    reported_on date not null,
    known_on    date not null check (known_on >= reported_on),
    state       text not null check (state in ('DRAFT', 'SENT', 'RECEIVED', 'ACCEPTED', 'REFUSED', 'PRINTED', 'MEDIATION', 'DROPPED')),
    received_on date,
    answered_on date,
    printed_on  date,
    by          uuid not null,
    by_name     text not null,
    made_at     timestamptz not null
);
create index correction_article on press.correction (article);
create table press.correction_step (
    correction integer not null references press.correction,
    at         timestamptz not null,
    by_name    text not null,
    state      text not null,
    day        date not null,
    words      text not null
);
create index correction_step_of on press.correction_step (correction, at);

-- ---------------------------------------------------------------- words watched for spikes (이슈 감시어)
create table press.watch (
    word     text primary key check (word = btrim(word) and word <> ''),
    added_at timestamptz not null,
    by_name  text not null
);

-- ---------------------------------------------------------------- sources (수집원)
create table press.source (
    id            uuid primary key,
    name          text not null unique,
    kind          text not null check (kind in ('FEED', 'NEWS_SEARCH')),
    address       text not null,
    -- of a news search: what is looked for, a line each
    words         text not null default '',
    sealed        text,
    daily_budget  integer not null default 25000 check (daily_budget > 0),
    pause_minutes integer not null default 30 check (pause_minutes between 1 and 10080),
    active        boolean not null default false,
    due_at        timestamptz not null,
    -- who fetches it now, and until when nobody else may
    claimed_by    uuid,
    claimed_until timestamptz,
    etag          text,
    modified      text,
    last_at       timestamptz,
    last_outcome  text not null default '',
    failures      integer not null default 0,
    added_at      timestamptz not null
);
create table press.source_calls (
    source uuid not null references press.source,
    day    date not null,
    calls  integer not null,
    primary key (source, day)
);
-- How far back a news search has been read, per word.
create table press.source_reach (
    source uuid not null references press.source,
    word   text not null,
    newest timestamptz not null,
    primary key (source, word)
);

-- What could not be taken in: the bytes as they came, to be tried again.
create table press.quarantine (
    id       uuid primary key,
    source   uuid references press.source,
    address  text not null,
    reason   text not null,
    detail   text not null default '',
    sha256   text not null,
    content  bytea not null,
    type     text not null default '',
    at       timestamptz not null,
    tries    integer not null default 1,
    done_at  timestamptz,
    done_how text,
    unique (source, sha256)
);
create index quarantine_open on press.quarantine (at) where done_at is null;
