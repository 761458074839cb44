-- Who has asked to have everything deleted, and how far that has come. The ids stay: an address may come back, under another.
create table erasure (
    account     varchar(64) not null primary key,
    participant varchar(64) not null,
    asked_at    bigint      not null,
    keys_at     bigint,
    done_at     bigint
);
