CREATE TABLE today (id integer PRIMARY KEY, note text);
CREATE TABLE yesterday (id bigint, amount numeric);
CREATE VIEW notes AS SELECT note FROM today;
