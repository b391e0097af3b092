CREATE EXTENSION btree_gist;
CREATE TABLE room (id integer NOT NULL, span daterange NOT NULL, name text, PRIMARY KEY (id, span WITHOUT OVERLAPS));
