CREATE ROLE case_dp_f;
