CREATE TABLE lid (id integer PRIMARY KEY);
CREATE TABLE jug (id integer PRIMARY KEY, lid integer CONSTRAINT jug_lid REFERENCES lid, spare integer CONSTRAINT jug_spare REFERENCES lid NOT ENFORCED);
