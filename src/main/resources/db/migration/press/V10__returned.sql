-- A letter that came back was told to the book of reporters once: an address that was mended since does not die of it again.
alter table press.distribution add column returned_at timestamptz;
create index distribution_open on press.distribution (at) where letter is not null and returned_at is null;
