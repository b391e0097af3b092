CREATE SEQUENCE shared_id;
CREATE TABLE apple (id bigint PRIMARY KEY DEFAULT nextval('shared_id'));
CREATE TABLE pear (id bigint PRIMARY KEY);
