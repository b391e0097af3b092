CREATE ROLE case_grant_ore;
CREATE FOREIGN DATA WRAPPER pipe;
CREATE SERVER far FOREIGN DATA WRAPPER pipe;
CREATE FOREIGN TABLE ore (id integer, a text) SERVER far;
GRANT SELECT ON ore TO case_grant_ore;
GRANT UPDATE (a) ON TABLE ore TO case_grant_ore;
