CREATE SEQUENCE shared_id START WITH 100 CACHE 2;
CREATE TABLE apple (id bigint PRIMARY KEY DEFAULT nextval('shared_id'));
CREATE TABLE pear (id bigint PRIMARY KEY DEFAULT nextval('shared_id'::regclass));
