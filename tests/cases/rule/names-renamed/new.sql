CREATE TABLE t (
  id integer,
  name text -- trueup: renamed from nam
);
CREATE TABLE journal ( -- trueup: renamed from log
  t_id integer,
  called text -- trueup: renamed from nam
);
CREATE RULE keep AS ON UPDATE TO t WHERE old.name <> new.name DO INSERT INTO journal (t_id, called) VALUES (new.id, new.name);
