CREATE TABLE stock (id integer PRIMARY KEY, n integer);
CREATE VIEW lower_view AS SELECT id FROM stock;
CREATE VIEW upper_view AS SELECT id FROM lower_view;
