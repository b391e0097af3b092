CREATE TABLE today (id integer PRIMARY KEY, note text);
CREATE TABLE yesterday (id bigint PRIMARY KEY, amount numeric, nr integer GENERATED ALWAYS AS IDENTITY);
CREATE VIEW notes AS SELECT note FROM today;
