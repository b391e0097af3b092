CREATE SEQUENCE bird_id_seq;
