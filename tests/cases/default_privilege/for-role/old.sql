CREATE ROLE case_dp_g;
CREATE ROLE case_dp_h;
CREATE SCHEMA shop;
