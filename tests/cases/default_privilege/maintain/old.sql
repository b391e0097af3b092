CREATE ROLE case_dp_m;
