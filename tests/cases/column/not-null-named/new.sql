CREATE TABLE cup (id integer PRIMARY KEY, size integer CONSTRAINT must_hold NOT NULL);
