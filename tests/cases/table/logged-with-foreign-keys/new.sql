CREATE TABLE parent_entry (id integer PRIMARY KEY);
CREATE TABLE child_entry (id integer PRIMARY KEY, parent integer REFERENCES parent_entry);
