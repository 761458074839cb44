-- Which series there are and whose; dates are days since 1970-01-01, times milliseconds since 1970-01-01T00:00Z. The same script runs on H2 and PostgreSQL.
CREATE TABLE series_shelf (
    series     VARCHAR(64)  NOT NULL PRIMARY KEY,
    organizer  VARCHAR(64)  NOT NULL,
    title      VARCHAR(240) NOT NULL,
    first_date BIGINT       NOT NULL,
    last_date  BIGINT       NOT NULL,
    dates      INT          NOT NULL,
    begun_at   BIGINT       NOT NULL
);
CREATE INDEX series_shelf_by_organizer ON series_shelf (organizer, begun_at);
