-- What guests of pop-ups are told. A message is said once; a letter is a message to one person. Times are milliseconds since
-- 1970-01-01T00:00Z. The same script runs on H2 and PostgreSQL.
CREATE TABLE outbox_message (
    message    VARCHAR(64)   NOT NULL PRIMARY KEY,
    pop_up     VARCHAR(64)   NOT NULL,
    topic      VARCHAR(16)   NOT NULL,
    subject    VARCHAR(400)  NOT NULL,
    words      VARCHAR(8000) NOT NULL,
    audience   VARCHAR(80),
    said_at    BIGINT        NOT NULL,
    good_until BIGINT        NOT NULL
);
CREATE INDEX outbox_message_by_pop_up ON outbox_message (pop_up, said_at, message);

CREATE TABLE outbox_letter (
    message       VARCHAR(64) NOT NULL,
    participant   VARCHAR(64) NOT NULL,
    state         VARCHAR(16) NOT NULL,
    tries         INTEGER     NOT NULL,
    next_try      BIGINT      NOT NULL,
    claimed_until BIGINT      NOT NULL,
    done_at       BIGINT,
    why           VARCHAR(400),
    said_at       BIGINT      NOT NULL,
    PRIMARY KEY (message, participant)
);
CREATE INDEX outbox_letter_due ON outbox_letter (state, next_try);
CREATE INDEX outbox_letter_by_reader ON outbox_letter (participant, said_at, message);

-- Who wants no e-mail, or has said again that it is welcome. Nobody's address is in here.
CREATE TABLE outbox_wish (
    participant VARCHAR(64) NOT NULL PRIMARY KEY,
    by_mail     BOOLEAN     NOT NULL
);

-- What the facts say of pop-ups and of who has a ticket (a number) or waits (no number), for those who are to be told.
CREATE TABLE outbox_pop_up (
    pop_up     VARCHAR(64)   NOT NULL PRIMARY KEY,
    title      VARCHAR(400)  NOT NULL,
    starts_at  BIGINT        NOT NULL,
    ends_at    BIGINT        NOT NULL,
    zone       VARCHAR(64)   NOT NULL,
    place_name VARCHAR(400)  NOT NULL,
    address    VARCHAR(1000) NOT NULL,
    phase      VARCHAR(16)   NOT NULL
);
CREATE INDEX outbox_pop_up_by_start ON outbox_pop_up (phase, starts_at);

CREATE TABLE outbox_guest (
    pop_up      VARCHAR(64) NOT NULL,
    participant VARCHAR(64) NOT NULL,
    ticket      VARCHAR(8)  NOT NULL,
    since       BIGINT      NOT NULL,
    PRIMARY KEY (pop_up, participant, ticket)
);
