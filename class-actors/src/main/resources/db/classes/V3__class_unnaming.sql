-- How far names of people have been taken out of what earlier versions wrote of classes.
CREATE TABLE class_unnaming (
    id       INTEGER NOT NULL PRIMARY KEY,
    position BIGINT  NOT NULL,
    upto     BIGINT  NOT NULL
);
