-- Which pop-ups there are and for whom; class_id is the class whose room one is. Times are milliseconds since 1970-01-01T00:00Z. The same script runs on H2 and PostgreSQL.
CREATE TABLE pop_up_board (
    pop_up    VARCHAR(64) NOT NULL PRIMARY KEY,
    organizer VARCHAR(64) NOT NULL,
    phase     VARCHAR(16) NOT NULL,
    starts_at BIGINT      NOT NULL,
    ends_at   BIGINT      NOT NULL,
    class_id  VARCHAR(64)
);
CREATE INDEX pop_up_board_by_start ON pop_up_board (starts_at, pop_up);
CREATE INDEX pop_up_board_by_organizer ON pop_up_board (organizer, starts_at);
CREATE INDEX pop_up_board_by_class ON pop_up_board (class_id);

-- Who has ever held, waited for or been given a place.
CREATE TABLE pop_up_guest (
    participant VARCHAR(64) NOT NULL,
    pop_up      VARCHAR(64) NOT NULL,
    PRIMARY KEY (participant, pop_up)
);
