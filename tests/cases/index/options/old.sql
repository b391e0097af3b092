CREATE TABLE star (id integer PRIMARY KEY, name text, words tsvector);
CREATE INDEX star_name_idx ON star (name) WITH (fillfactor = 50);
CREATE INDEX star_words_idx ON star USING gin (words) WITH (fastupdate = off);
