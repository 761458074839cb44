-- Who is told about claims, and what they are told. Times are milliseconds since 1970-01-01T00:00Z; amounts are in minor units. The
-- same script runs on H2 and PostgreSQL. Secrets are not in here: they follow from the installation's own key and a number.
CREATE TABLE webhook_subscription (
    webhook       VARCHAR(64)   NOT NULL PRIMARY KEY,
    owner         VARCHAR(64)   NOT NULL,
    url           VARCHAR(2000) NOT NULL,
    facts         VARCHAR(200)  NOT NULL,
    all_drops     BOOLEAN       NOT NULL,
    active        BOOLEAN       NOT NULL,
    off_why       VARCHAR(400),
    secret        INTEGER       NOT NULL,
    rotated_at    BIGINT        NOT NULL,
    failing_since BIGINT,
    edition       INTEGER       NOT NULL,
    created_at    BIGINT        NOT NULL
);
CREATE INDEX webhook_subscription_by_owner ON webhook_subscription (owner, created_at);

-- What is on its way, or has arrived, or has not.
CREATE TABLE webhook_delivery (
    webhook       VARCHAR(64)   NOT NULL,
    event         VARCHAR(120)  NOT NULL,
    type          VARCHAR(40)   NOT NULL,
    drop_id       VARCHAR(64),
    claim         INTEGER,
    body          VARCHAR(4000) NOT NULL,
    said_at       BIGINT        NOT NULL,
    state         VARCHAR(16)   NOT NULL,
    tries         INTEGER       NOT NULL,
    next_try      BIGINT        NOT NULL,
    claimed_until BIGINT        NOT NULL,
    done_at       BIGINT,
    status        INTEGER,
    why           VARCHAR(400),
    PRIMARY KEY (webhook, event)
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook, state, next_try);
CREATE INDEX webhook_delivery_by_age ON webhook_delivery (said_at);

-- What the facts say of whose drop it is, and of claims, for those who are to be told.
CREATE TABLE webhook_drop (
    drop_id VARCHAR(64) NOT NULL PRIMARY KEY,
    trainer VARCHAR(64) NOT NULL,
    heard   BIGINT      NOT NULL
);

CREATE TABLE webhook_claim (
    drop_id       VARCHAR(64) NOT NULL,
    claim         INTEGER     NOT NULL,
    participant   VARCHAR(64) NOT NULL,
    bundle        VARCHAR(64) NOT NULL,
    units         INTEGER     NOT NULL,
    point         VARCHAR(64) NOT NULL,
    pickup_window VARCHAR(64),
    minor         BIGINT      NOT NULL,
    currency      VARCHAR(3)  NOT NULL,
    settlement    VARCHAR(16) NOT NULL,
    confirmed     BOOLEAN     NOT NULL,
    handed        INTEGER     NOT NULL,
    PRIMARY KEY (drop_id, claim)
);
