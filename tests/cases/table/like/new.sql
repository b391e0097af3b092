CREATE TABLE draft (id integer PRIMARY KEY, title text NOT NULL DEFAULT 'untitled' CHECK (title <> ''));
CREATE TABLE published (LIKE draft INCLUDING DEFAULTS INCLUDING CONSTRAINTS, on_date date);
