CREATE ROLE case_se_a;
CREATE ROLE case_se_b;
CREATE ROLE case_se_c;
GRANT case_se_a TO case_se_b WITH SET FALSE;
GRANT case_se_a TO case_se_c WITH ADMIN TRUE, SET FALSE;
