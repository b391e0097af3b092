-- trueup: renamed from account
CREATE TABLE member (
  id bigint NOT NULL PRIMARY KEY,
  name varchar(100) NOT NULL, -- trueup: renamed from user_name
  active boolean DEFAULT true,
  joined timestamp DEFAULT now()
);
CREATE VIEW account_names AS SELECT id, name AS user_name FROM member;
