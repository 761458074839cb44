-- Payments of claims at a provider. Times are milliseconds since 1970-01-01T00:00Z; amounts are in minor units. The same script
-- runs on H2 and PostgreSQL.
CREATE TABLE payment_checkout (
    drop_id   VARCHAR(64)   NOT NULL,
    claim     INTEGER       NOT NULL,
    checkout  VARCHAR(255)  NOT NULL,
    url       VARCHAR(4000) NOT NULL,
    minor     BIGINT        NOT NULL,
    currency  VARCHAR(3)    NOT NULL,
    opened_at BIGINT        NOT NULL,
    PRIMARY KEY (drop_id, claim)
);

-- What the facts say of who has paid by what payment.
CREATE TABLE payment_paid (
    drop_id VARCHAR(64) NOT NULL,
    claim   INTEGER     NOT NULL,
    payment VARCHAR(64) NOT NULL,
    PRIMARY KEY (drop_id, claim)
);

-- What the provider has told, so that what it tells again changes nothing.
CREATE TABLE payment_event (
    event    VARCHAR(255) NOT NULL PRIMARY KEY,
    type     VARCHAR(80)  NOT NULL,
    outcome  VARCHAR(16)  NOT NULL,
    heard_at BIGINT       NOT NULL
);

-- What is to be done at the provider: money to be given back, checkouts that nobody is to pay any more.
CREATE TABLE payment_due (
    due           VARCHAR(255) NOT NULL PRIMARY KEY,
    task          VARCHAR(16)  NOT NULL,
    subject       VARCHAR(255) NOT NULL,
    minor         BIGINT       NOT NULL,
    currency      VARCHAR(3)   NOT NULL,
    state         VARCHAR(16)  NOT NULL,
    tries         INTEGER      NOT NULL,
    next_try      BIGINT       NOT NULL,
    claimed_until BIGINT       NOT NULL,
    done_at       BIGINT,
    why           VARCHAR(400),
    due_at        BIGINT       NOT NULL
);
CREATE INDEX payment_due_by_time ON payment_due (state, next_try);
