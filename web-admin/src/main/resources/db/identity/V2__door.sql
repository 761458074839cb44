-- Who was invited to stand at a door with which device. A code is kept as its digest only; it is taken once, and again under the
-- same key by a client that did not hear the answer.
create table door_invitation (
    code       varchar(64)              not null primary key,
    pop_up     varchar(64)              not null,
    device     varchar(64)              not null,
    supervisor boolean                  not null,
    invited_by varchar(64)              not null,
    expires_at timestamp with time zone not null,
    taken_at   timestamp with time zone,
    taken_key  varchar(64)
);
create index door_invitation_expires on door_invitation (expires_at);

-- The device at a door through which it was done, if any.
alter table audit_trail add column device varchar(64);
