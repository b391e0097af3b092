CREATE ROLE case_policy_clerk;
CREATE ROLE case_policy_boss;
CREATE TABLE letter (id integer PRIMARY KEY, reader text, secret boolean);
CREATE POLICY own ON letter USING (reader = CURRENT_USER);
