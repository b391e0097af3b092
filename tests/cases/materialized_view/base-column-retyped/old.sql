CREATE TABLE train (id integer PRIMARY KEY, seats integer);
CREATE MATERIALIZED VIEW seat_counts AS SELECT seats, count(*) AS n FROM train GROUP BY seats;
CREATE UNIQUE INDEX seat_counts_idx ON seat_counts (seats);
COMMENT ON COLUMN seat_counts.n IS 'how many';
