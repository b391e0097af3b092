CREATE ROLE case_policy_clerk;
CREATE ROLE case_policy_boss;
CREATE TABLE letter (id integer PRIMARY KEY, reader text, secret boolean);
CREATE POLICY own ON letter TO case_policy_clerk, case_policy_boss USING (reader = CURRENT_USER);
