CREATE TABLE old_stock (id integer PRIMARY KEY, n integer);
CREATE VIEW stock AS SELECT id, n FROM old_stock;
