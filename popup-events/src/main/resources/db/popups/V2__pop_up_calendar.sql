-- What calendars and search engines are told of pop-ups that were published: around is the cell of H3, resolution 6, moved_from
-- the start before the last move in time. Times are milliseconds since 1970-01-01T00:00Z. The same script runs on H2 and PostgreSQL.
CREATE TABLE pop_up_calendar (
    pop_up       VARCHAR(64) NOT NULL PRIMARY KEY,
    organizer    VARCHAR(64) NOT NULL,
    phase        VARCHAR(16) NOT NULL,
    around       VARCHAR(16) NOT NULL,
    starts_at    BIGINT      NOT NULL,
    ends_at      BIGINT      NOT NULL,
    moved_from   BIGINT,
    changed_at   BIGINT      NOT NULL
);
CREATE INDEX pop_up_calendar_by_organizer ON pop_up_calendar (organizer, ends_at);
CREATE INDEX pop_up_calendar_by_area ON pop_up_calendar (around, ends_at);
