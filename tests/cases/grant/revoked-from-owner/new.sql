CREATE TABLE jar (id integer PRIMARY KEY, label text, secret text);
REVOKE TRUNCATE ON jar FROM CURRENT_USER;
