-- The key that the journal's rows of a person are sealed with. Once destroyed the row stays without its secret: nobody is
-- given another key under the same id.
CREATE TABLE personal_key (
    aggregate    VARCHAR(64) NOT NULL,
    entity_id    VARCHAR(64) NOT NULL,
    secret       VARCHAR(64),
    made_at      BIGINT      NOT NULL,
    destroyed_at BIGINT,
    PRIMARY KEY (aggregate, entity_id)
);
