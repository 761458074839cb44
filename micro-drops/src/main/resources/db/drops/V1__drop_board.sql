-- Which drops there are and whose; class_id is the class whose close opens one. Times are milliseconds since 1970-01-01T00:00Z. The same script runs on H2 and PostgreSQL.
CREATE TABLE drop_board (
    drop_id     VARCHAR(64) NOT NULL PRIMARY KEY,
    trainer     VARCHAR(64) NOT NULL,
    phase       VARCHAR(16) NOT NULL,
    class_id    VARCHAR(64),
    composed_at BIGINT      NOT NULL
);
CREATE INDEX drop_board_by_trainer ON drop_board (trainer, composed_at);
CREATE INDEX drop_board_by_class ON drop_board (class_id);

-- Where each is collected: the point is a pop-up, or 'online'.
CREATE TABLE drop_point (
    point   VARCHAR(64) NOT NULL,
    drop_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (point, drop_id)
);

-- Every claim and how far it is.
CREATE TABLE drop_claim (
    drop_id     VARCHAR(64) NOT NULL,
    claim       INTEGER     NOT NULL,
    participant VARCHAR(64) NOT NULL,
    status      VARCHAR(16) NOT NULL,
    claimed_at  BIGINT      NOT NULL,
    PRIMARY KEY (drop_id, claim)
);
CREATE INDEX drop_claim_by_participant ON drop_claim (participant, claimed_at);

-- Who waits for units or in the waiting room, or did.
CREATE TABLE drop_crowd (
    participant VARCHAR(64) NOT NULL,
    drop_id     VARCHAR(64) NOT NULL,
    PRIMARY KEY (participant, drop_id)
);
