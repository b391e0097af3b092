CREATE ROLE case_grant_x;
CREATE ROLE case_grant_y;
CREATE TABLE jar (id integer PRIMARY KEY, label text, secret text);
GRANT SELECT ON TABLE jar TO case_grant_x;
GRANT SELECT ON TABLE jar TO case_grant_y;
GRANT INSERT ON TABLE jar TO case_grant_y;
