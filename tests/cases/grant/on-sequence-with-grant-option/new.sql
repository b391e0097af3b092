CREATE ROLE case_grant_sequence_a_wgo;
CREATE SEQUENCE counter;
GRANT USAGE ON SEQUENCE counter TO case_grant_sequence_a_wgo WITH GRANT OPTION;
