-- The outbox (우편함): events stored with the act that caused them, until every listener has taken them.
-- Columns as Spring Modulith 2.1 names them.
create table kernel.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_serialized on kernel.event_publication using hash (serialized_event);
create index event_publication_completion on kernel.event_publication (completion_date);
create index event_publication_open on kernel.event_publication (publication_date, id) where completion_date is null;

-- why a listener did not take an event, the last time
create table kernel.event_failure (
    publication uuid primary key,
    at          timestamptz not null,
    error       text not null
);
