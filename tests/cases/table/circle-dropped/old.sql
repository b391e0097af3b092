CREATE TABLE captain (id integer PRIMARY KEY, ship integer NOT NULL);
CREATE TABLE ship (id integer PRIMARY KEY, captain integer REFERENCES captain (id));
ALTER TABLE captain ADD CONSTRAINT captain_ship_fkey FOREIGN KEY (ship) REFERENCES ship (id) DEFERRABLE;
