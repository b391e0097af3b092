CREATE ROLE case_policy_left;
CREATE ROLE case_policy_right;
CREATE TABLE letter (id integer PRIMARY KEY, reader text, secret boolean);
CREATE POLICY own ON letter TO case_policy_right USING (true);
