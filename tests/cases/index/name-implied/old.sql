CREATE TABLE star (id integer PRIMARY KEY, name text, magnitude real);
CREATE INDEX star_name_magnitude_idx ON star (name, magnitude);
CREATE INDEX star_lower_idx ON star (lower(name));
CREATE INDEX star_lower_idx1 ON star (lower(name)) WHERE id > 5;
CREATE INDEX star_expr_idx ON star ((magnitude + 1));
