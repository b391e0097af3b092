CREATE ROLE case_grant_x;
CREATE ROLE case_grant_y;
CREATE TABLE jar (id integer PRIMARY KEY, label text, secret text);
GRANT INSERT, SELECT ON jar TO case_grant_y;
GRANT SELECT ON public.jar TO case_grant_y, case_grant_x;
