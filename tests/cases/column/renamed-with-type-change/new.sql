CREATE TABLE t (
  id integer,
  /* @renamed from="user" */
  user_name text NOT NULL
);
