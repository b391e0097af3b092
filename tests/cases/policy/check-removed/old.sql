CREATE TABLE letter (id integer PRIMARY KEY, reader text, secret boolean);
CREATE POLICY own ON letter USING (reader = CURRENT_USER) WITH CHECK (secret IS NOT NULL);
