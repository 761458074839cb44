-- Times are milliseconds since 1970-01-01T00:00Z. The same script runs on H2 and PostgreSQL.
CREATE TABLE class_board (
    class_id         VARCHAR(64)   NOT NULL PRIMARY KEY,
    trainer          VARCHAR(64)   NOT NULL,
    title            VARCHAR(120)  NOT NULL,
    style            VARCHAR(60)   NOT NULL,
    description      VARCHAR(4000) NOT NULL,
    phase            VARCHAR(16)   NOT NULL,
    starts_at        BIGINT        NOT NULL,
    ends_at          BIGINT        NOT NULL,
    local_start      VARCHAR(32)   NOT NULL,
    zone             VARCHAR(64)   NOT NULL,
    online_capacity  INTEGER       NOT NULL,
    in_room_capacity INTEGER       NOT NULL,
    price_minor      BIGINT        NOT NULL,
    price_currency   VARCHAR(3)    NOT NULL,
    trial            BOOLEAN       NOT NULL
);
CREATE INDEX class_board_by_start ON class_board (starts_at, class_id);
CREATE INDEX class_board_by_trainer ON class_board (trainer, starts_at);

-- What somebody has of a class: nobody has two things. asked_at orders the queue.
CREATE TABLE class_place (
    class_id    VARCHAR(64) NOT NULL,
    participant VARCHAR(64) NOT NULL,
    place       VARCHAR(16) NOT NULL,
    status      VARCHAR(16) NOT NULL,
    trial       BOOLEAN     NOT NULL,
    asked_at    BIGINT      NOT NULL,
    offer_until BIGINT,
    PRIMARY KEY (class_id, participant)
);
CREATE INDEX class_place_by_participant ON class_place (participant, class_id);

CREATE TABLE class_report (
    class_id VARCHAR(64) NOT NULL PRIMARY KEY,
    ended_at BIGINT      NOT NULL,
    report   TEXT        NOT NULL
);

CREATE TABLE class_attendance (
    participant VARCHAR(64)      NOT NULL,
    class_id    VARCHAR(64)      NOT NULL,
    place       VARCHAR(16)      NOT NULL,
    trial       BOOLEAN          NOT NULL,
    joined      BOOLEAN          NOT NULL,
    present_ms  BIGINT           NOT NULL,
    share       DOUBLE PRECISION NOT NULL,
    reps        INTEGER          NOT NULL,
    ended_at    BIGINT           NOT NULL,
    PRIMARY KEY (participant, class_id)
);

CREATE TABLE plan_shelf (
    plan_id   VARCHAR(64)  NOT NULL PRIMARY KEY,
    owner     VARCHAR(64)  NOT NULL,
    file_name VARCHAR(200) NOT NULL,
    title     VARCHAR(200) NOT NULL,
    length_ms BIGINT       NOT NULL,
    segments  INTEGER      NOT NULL,
    kept_at   BIGINT       NOT NULL
);
CREATE INDEX plan_shelf_by_owner ON plan_shelf (owner, kept_at);
