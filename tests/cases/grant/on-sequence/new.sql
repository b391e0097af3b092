CREATE ROLE case_grant_sequence_a;
CREATE ROLE case_grant_sequence_b;
CREATE SEQUENCE counter;
GRANT USAGE ON SEQUENCE counter TO case_grant_sequence_b;
GRANT SELECT ON SEQUENCE counter TO case_grant_sequence_b;
