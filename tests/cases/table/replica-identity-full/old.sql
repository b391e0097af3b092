CREATE TABLE event (id integer NOT NULL, kind text);
