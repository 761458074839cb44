-- Secrets that every node signs with. A key is never changed; a newer one of the same purpose takes over.
create table signing_key (
    purpose    varchar(16)              not null,
    number     integer                  not null,
    kid        varchar(32)              not null unique,
    secret     varchar(128)             not null,
    created_at timestamp with time zone not null,
    primary key (purpose, number)
);

-- Who did what to what, when. Written once, never changed.
create table audit_trail (
    id        bigint generated always as identity primary key,
    at        timestamp with time zone not null,
    account   varchar(64)              not null,
    action    varchar(64)              not null,
    object    varchar(256)             not null,
    status    integer                  not null,
    client    varchar(64)              not null
);
create index audit_trail_account on audit_trail (account, id);

-- What participants are called.
create table member_name (
    participant varchar(64) not null primary key,
    account     varchar(64) not null,
    name        varchar(320) not null
);
create index member_name_account on member_name (account);
