CREATE ROLE case_dp_e;
