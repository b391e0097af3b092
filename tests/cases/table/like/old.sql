CREATE TABLE draft (id integer PRIMARY KEY, title text NOT NULL DEFAULT 'untitled' CHECK (title <> ''));
