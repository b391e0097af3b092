CREATE TABLE train (id integer PRIMARY KEY, line text, seats integer);
CREATE ROLE case_view_reader;
CREATE VIEW base AS SELECT id, seats, line FROM train;
CREATE VIEW middle AS SELECT id, line FROM base;
CREATE VIEW top AS SELECT m.line, count(*) AS n FROM middle m JOIN base b ON b.id = m.id GROUP BY m.line;
GRANT SELECT ON top TO case_view_reader;
COMMENT ON COLUMN middle.line IS 'kept';
