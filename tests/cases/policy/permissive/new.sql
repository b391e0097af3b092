CREATE TABLE letter (id integer PRIMARY KEY, reader text, secret boolean);
CREATE POLICY own ON letter AS RESTRICTIVE USING (reader = CURRENT_USER);
