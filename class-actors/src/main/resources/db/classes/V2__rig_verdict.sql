-- What was recorded of trainers' rigs; figures and judgement are JSON. The same script runs on H2 and PostgreSQL.
CREATE TABLE rig_verdict (
    trainer     VARCHAR(64) NOT NULL,
    number      BIGINT      NOT NULL,
    figures     TEXT        NOT NULL,
    judgement   TEXT        NOT NULL,
    recorded_at BIGINT      NOT NULL,
    PRIMARY KEY (trainer, number)
);
