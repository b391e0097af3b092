CREATE TABLE t (id integer, nam text);
CREATE TABLE log (t_id integer, nam text);
CREATE RULE keep AS ON UPDATE TO t WHERE old.nam <> new.nam DO INSERT INTO log (t_id, nam) VALUES (new.id, new.nam);
