-- Failed attempts (로그인 실패) per account name, per address and per code; the row is the lock and every node sees it. The account
-- name is kept as a hash: people type passwords into the wrong box.
create table accounts.throttle (
    kind          text not null check (kind in ('LOGIN', 'ADDRESS', 'CODE')),
    key           text not null,
    failures      int not null,
    last_at       timestamptz not null,
    blocked_until timestamptz not null,
    primary key (kind, key)
);
create index throttle_last on accounts.throttle (last_at);

-- Every attempt to sign in (로그인 기록). The account is null when nobody has the name that was typed.
create table accounts.sign_in (
    id      uuid primary key,
    at      timestamptz not null,
    account uuid,
    address text not null,
    agent   text not null,
    way     text not null,
    outcome text not null
);
create index sign_in_account on accounts.sign_in (account, id);

-- One-time links (일회용 링크): only the hash of the token is kept.
create table accounts.one_time_link (
    token_hash bytea primary key,
    purpose    text not null check (purpose in ('PASSWORD', 'FIRST')),
    account    uuid references accounts.account,
    made_at    timestamptz not null,
    made_by    text not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    check ((purpose = 'FIRST') = (account is null))
);
create index one_time_link_account on accounts.one_time_link (account);

-- Time-based codes (RFC 6238). The secret is sealed; last_step refuses a code that was used already.
create table accounts.totp (
    account      uuid primary key references accounts.account,
    secret       text not null,
    made_at      timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint not null default -1
);

create table accounts.recovery_code (
    account   uuid not null references accounts.account,
    code_hash bytea not null,
    used_at   timestamptz,
    primary key (account, code_hash)
);

-- Passkeys (패스키).
create table accounts.passkey (
    credential      bytea primary key,
    account         uuid not null references accounts.account,
    public_key      bytea not null,
    signature_count bigint not null,
    verified        boolean not null,
    backup_eligible boolean not null,
    backup_state    boolean not null,
    transports      text not null,
    attestation     bytea,
    client_data     bytea,
    label           text not null,
    made_at         timestamptz not null,
    used_at         timestamptz not null
);
create index passkey_account on accounts.passkey (account);

-- Which account an identity of the organization's own login (OIDC) stands for.
create table accounts.oidc_link (
    issuer    text not null,
    subject   text not null,
    account   uuid not null references accounts.account,
    linked_at timestamptz not null,
    primary key (issuer, subject),
    unique (issuer, account)
);
