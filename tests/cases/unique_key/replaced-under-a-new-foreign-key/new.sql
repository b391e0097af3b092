CREATE TABLE node (id integer, parent integer, CONSTRAINT one_id UNIQUE (id), FOREIGN KEY (parent) REFERENCES node (id));
