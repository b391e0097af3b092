CREATE EXTENSION btree_gist;
CREATE TABLE room (id integer, span daterange, PRIMARY KEY (id, span WITHOUT OVERLAPS));
CREATE TABLE stay (room integer, span daterange, CONSTRAINT stay_room FOREIGN KEY (room, PERIOD span) REFERENCES room (id, PERIOD span));
