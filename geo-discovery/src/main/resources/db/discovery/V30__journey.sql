-- What members did on the way from a class online to a pop-up and back: the first time at each class and pop-up. Times are
-- milliseconds since 1970-01-01T00:00Z. The same script runs on H2 and PostgreSQL.
CREATE TABLE journey_step (
    member  VARCHAR(64) NOT NULL,
    step    VARCHAR(16) NOT NULL,
    source  VARCHAR(64) NOT NULL,
    done_at BIGINT      NOT NULL,
    PRIMARY KEY (member, step, source)
);
CREATE INDEX journey_step_by_source ON journey_step (source, step);
CREATE INDEX journey_step_by_time ON journey_step (step, done_at);

-- Whose classes and pop-ups these are, and in which cell of some five square kilometres a pop-up is.
CREATE TABLE journey_place (
    source VARCHAR(64) NOT NULL PRIMARY KEY,
    owner  VARCHAR(64) NOT NULL,
    cell   VARCHAR(16)
);
CREATE INDEX journey_place_by_owner ON journey_place (owner);

-- Whose ticket it is that is scanned.
CREATE TABLE journey_ticket (
    pop_up VARCHAR(64) NOT NULL,
    ticket VARCHAR(64) NOT NULL,
    holder VARCHAR(64) NOT NULL,
    PRIMARY KEY (pop_up, ticket)
);
CREATE INDEX journey_ticket_by_holder ON journey_ticket (holder, pop_up);

-- Who allows it to be noted what was shown to them.
CREATE TABLE journey_consent (
    member VARCHAR(64) NOT NULL PRIMARY KEY
);
