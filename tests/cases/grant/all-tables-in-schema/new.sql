CREATE ROLE case_grant_every;
CREATE TABLE a (id integer);
CREATE TABLE b (id integer);
CREATE VIEW c AS SELECT id FROM a;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO case_grant_every;
