-- Who wants to be told of what opens near them. Where they are is a cell of H3, resolution 7 (some 5 km²), and nothing finer. An
-- alert that was deleted keeps its number for a day, and nothing of what it said. Times are milliseconds since 1970-01-01T00:00Z,
-- hours of the day HH:MM. The same script runs on H2 and PostgreSQL.
CREATE TABLE alert (
    alert        VARCHAR(64) NOT NULL PRIMARY KEY,
    member       VARCHAR(64) NOT NULL,
    change       BIGINT      NOT NULL,
    changed_at   BIGINT      NOT NULL,
    gone         BOOLEAN     NOT NULL,
    cell         VARCHAR(16),
    metres       INTEGER,
    kinds        VARCHAR(40),
    styles       VARCHAR(400),
    zone         VARCHAR(64),
    days         VARCHAR(80),
    from_time    VARCHAR(5),
    to_time      VARCHAR(5),
    quiet_from   VARCHAR(5),
    quiet_to     VARCHAR(5),
    told_by      VARCHAR(16),
    consented_at BIGINT      NOT NULL,
    edition      INTEGER     NOT NULL
);
CREATE INDEX alert_by_member ON alert (member);
CREATE INDEX alert_by_change ON alert (change);

-- Numbers that become visible in their order, since whoever takes the next one holds its row until the end: of changes of alerts,
-- of waves, and the change of a listing up to which openings are written down.
CREATE TABLE alert_clock (
    name   VARCHAR(16) NOT NULL PRIMARY KEY,
    change BIGINT      NOT NULL
);
INSERT INTO alert_clock (name, change) VALUES ('alerts', 0);
INSERT INTO alert_clock (name, change) VALUES ('waves', 0);
INSERT INTO alert_clock (name, change) SELECT 'openings', change FROM listing_clock WHERE id = 1;

-- What opened, and which wave it is at. WAITING for its next wave; SOLD_OUT until a place comes back; TOLD to all who want to know.
CREATE TABLE alert_opening (
    listing   VARCHAR(160)     NOT NULL PRIMARY KEY,
    number    INTEGER          NOT NULL,
    latitude  DOUBLE PRECISION NOT NULL,
    longitude DOUBLE PRECISION NOT NULL,
    until_at  BIGINT           NOT NULL,
    state     VARCHAR(16)      NOT NULL,
    wave      INTEGER          NOT NULL,
    waved_at  BIGINT           NOT NULL,
    next_at   BIGINT           NOT NULL
);
CREATE INDEX alert_opening_due ON alert_opening (state, next_at);

-- Who was told of what, once each.
CREATE TABLE alert_told (
    listing VARCHAR(160) NOT NULL,
    member  VARCHAR(64)  NOT NULL,
    told_at BIGINT       NOT NULL,
    wave    INTEGER      NOT NULL,
    channel VARCHAR(16)  NOT NULL,
    change  BIGINT       NOT NULL,
    PRIMARY KEY (listing, member)
);
CREATE INDEX alert_told_by_member ON alert_told (member, told_at);
CREATE INDEX alert_told_by_change ON alert_told (change);
CREATE INDEX alert_told_by_age ON alert_told (told_at);
