CREATE EXTENSION btree_gist;
CREATE TABLE room (id integer, span daterange, PRIMARY KEY (id, span WITHOUT OVERLAPS));
CREATE TABLE stay (room integer, span daterange);
