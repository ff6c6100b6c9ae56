-- Stored files (파일): what is known of them; the bytes lie in the file store under their SHA-256, once however many rows name them.
create table kernel.file (
    id         uuid primary key,
    name       text not null,
    media_type text not null,
    size       bigint not null check (size >= 0),
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    stored_at  timestamptz not null,
    stored_by  uuid not null
);
create index file_sha256 on kernel.file (sha256);
