CREATE TABLE stock (id integer PRIMARY KEY, n integer);
CREATE VIEW upper_view AS SELECT id FROM stock;
CREATE VIEW lower_view AS SELECT id FROM upper_view;
