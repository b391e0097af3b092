CREATE TABLE letter (id integer PRIMARY KEY, reader text, secret boolean);
ALTER TABLE letter ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON letter USING (reader = CURRENT_USER);
