-- Whoever changes the pictures of a pop-up holds its row of this table.
create table pop_up_album (
    pop_up_id varchar(64) not null primary key,
    rev       bigint      not null
);

-- Pictures of pop-ups, and their small forms; the bytes are where those of classes are.
create table pop_up_picture (
    pop_up_id    varchar(64)  not null,
    hash         varchar(64)  not null references asset_bytes (hash),
    position     integer      not null,
    alt          varchar(600) not null,
    width        integer      not null,
    height       integer      not null,
    small_hash   varchar(64)  not null references asset_bytes (hash),
    small_width  integer      not null,
    small_height integer      not null,
    primary key (pop_up_id, hash)
);
create index pop_up_picture_hash on pop_up_picture (hash);
create index pop_up_picture_small_hash on pop_up_picture (small_hash);
