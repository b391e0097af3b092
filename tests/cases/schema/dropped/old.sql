CREATE SCHEMA greenhouse;
