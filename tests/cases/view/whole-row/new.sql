CREATE TABLE train (id integer PRIMARY KEY, line text);
CREATE VIEW rows_of_it AS SELECT t AS whole, (t).line AS part, row_to_json(t) AS j FROM train t;
