CREATE TABLE zebra (id integer PRIMARY KEY);
CREATE VIEW aardvarks AS SELECT id FROM zebra;
CREATE VIEW a_first AS SELECT id FROM aardvarks;
