CREATE UNLOGGED TABLE parent_entry (id integer PRIMARY KEY);
CREATE UNLOGGED TABLE child_entry (id integer PRIMARY KEY, parent integer REFERENCES parent_entry);
