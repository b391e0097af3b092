CREATE ROLE case_owner_sequence_old;
CREATE ROLE case_owner_sequence_new;
CREATE SEQUENCE counter;
ALTER SEQUENCE counter OWNER TO case_owner_sequence_old;
