CREATE EXTENSION btree_gist;
CREATE TABLE room (id integer, span daterange);
