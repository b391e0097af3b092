CREATE TABLE letter (id integer PRIMARY KEY, reader text, kind character varying(5));
CREATE POLICY own ON letter USING (reader = current_user AND kind = 'a');
