CREATE TABLE town (id integer PRIMARY KEY);
CREATE TABLE road (id integer PRIMARY KEY, a integer REFERENCES town ON DELETE CASCADE, b integer, CONSTRAINT road_b FOREIGN KEY (b) REFERENCES town (id));
