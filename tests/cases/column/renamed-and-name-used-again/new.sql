CREATE TABLE t (
  id integer,
  note date,
  remark text -- trueup: renamed from note
);
