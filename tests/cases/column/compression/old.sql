CREATE TABLE page (id integer PRIMARY KEY, body text, picture bytea COMPRESSION pglz);
