-- Where members reach the nodes of each PoP; every node keeps its own row fresh.
create table pop_address (
    node    varchar(128)             not null primary key,
    pop     varchar(64)              not null,
    url     varchar(256)             not null,
    seen_at timestamp with time zone not null
);
