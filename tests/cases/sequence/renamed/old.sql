CREATE SEQUENCE counter START 10;
CREATE TABLE t (id integer DEFAULT nextval('counter'));
