CREATE TABLE tally_board (
    id VARCHAR(64) PRIMARY KEY,
    total BIGINT NOT NULL,
    facts BIGINT NOT NULL
);
