CREATE TABLE letter (id integer PRIMARY KEY, reader text, secret boolean);
ALTER TABLE letter ENABLE ROW LEVEL SECURITY;
