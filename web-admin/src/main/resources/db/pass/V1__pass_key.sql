-- Keys that passes are signed with (Ed25519): the public half as published, the private one in PKCS #8. Never changed; the
-- newest signs. Times are milliseconds since 1970-01-01T00:00Z. The same script runs on H2 and PostgreSQL.
create table pass_key (
    number     integer      not null primary key,
    public_key varchar(64)  not null,
    secret     varchar(256) not null,
    created_at bigint       not null
);
