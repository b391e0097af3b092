CREATE TABLE fish (id integer, name text);
CREATE TABLE pike (teeth integer) INHERITS (fish);
CREATE VIEW pond AS SELECT * FROM fish;
CREATE VIEW teeth AS SELECT p.* FROM pike p;
CREATE FUNCTION all_fish() RETURNS TABLE (id integer, name text) STABLE BEGIN ATOMIC SELECT * FROM fish; END;
