CREATE TABLE star (id integer PRIMARY KEY, name text, words tsvector);
CREATE INDEX star_name_idx ON star (name) WITH (deduplicate_items = off);
CREATE INDEX star_words_idx ON star USING gin (words) WITH (gin_pending_list_limit = 128);
