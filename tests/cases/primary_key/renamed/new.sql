CREATE TABLE hall (id integer CONSTRAINT hall_id PRIMARY KEY);
