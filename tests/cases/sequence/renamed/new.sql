CREATE SEQUENCE ticket START 10; -- trueup: renamed from counter
CREATE TABLE t (id integer DEFAULT nextval('ticket'));
