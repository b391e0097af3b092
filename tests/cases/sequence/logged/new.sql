CREATE SEQUENCE scratch_number;
