-- Which request came under which idempotency key: a repeat is known by its fingerprint. Forgotten after a day.
create table request_key (
    request_key varchar(64)              not null primary key,
    fingerprint varchar(64)              not null,
    at          timestamp with time zone not null
);
create index request_key_at on request_key (at);
