CREATE TABLE new_stock (id integer PRIMARY KEY, n integer);
CREATE VIEW stock AS SELECT id, n FROM new_stock;
