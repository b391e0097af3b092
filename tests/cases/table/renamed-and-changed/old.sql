CREATE TABLE account (
  id bigint NOT NULL,
  user_name varchar(50),
  active boolean,
  remark text
);
CREATE VIEW account_names AS SELECT id, user_name FROM account;
