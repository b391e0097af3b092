CREATE TABLE town (id integer PRIMARY KEY);
CREATE TABLE road (id integer PRIMARY KEY, a integer REFERENCES town, b integer REFERENCES town);
