-- Bytes once for all classes, by their SHA-256 in hex: every node serves them, whoever took them.
create table asset_bytes (
    hash    varchar(64) not null primary key,
    type    varchar(32) not null,
    content blob       not null
);

-- A class's list of assets has a number that rises with every change.
create table asset_list (
    class_id varchar(64) not null primary key,
    rev      bigint      not null
);

-- What each class has. Bytes no class has are removed.
create table class_asset (
    class_id varchar(64)  not null,
    hash     varchar(64)  not null references asset_bytes (hash),
    number   bigint       not null,
    kind     varchar(16)  not null,
    name     varchar(200) not null,
    size     integer      not null,
    from_ms  bigint,
    primary key (class_id, hash)
);
create index class_asset_hash on class_asset (hash);
