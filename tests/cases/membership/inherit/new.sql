CREATE ROLE case_in_a;
CREATE ROLE case_in_b;
CREATE ROLE case_in_c NOINHERIT;
GRANT case_in_a TO case_in_b WITH INHERIT FALSE;
GRANT case_in_a TO case_in_c WITH INHERIT TRUE;
