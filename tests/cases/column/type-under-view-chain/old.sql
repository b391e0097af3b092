CREATE TABLE book (id integer PRIMARY KEY, price integer);
CREATE VIEW priced AS SELECT id, price FROM book WHERE price IS NOT NULL;
CREATE VIEW cheap AS SELECT id, price FROM priced WHERE price < 10;
CREATE VIEW cheap_count AS SELECT count(*) AS n, max(c.price) AS top FROM cheap c;
COMMENT ON VIEW cheap IS 'for students';
