CREATE TABLE star (id integer PRIMARY KEY, words tsvector);
CREATE INDEX star_words_idx ON star USING gist (words tsvector_ops (siglen = 200));
