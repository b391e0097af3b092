CREATE TABLE kept (id integer PRIMARY KEY);
-- comments, and an empty statement
;
/* nested /* comment */ here */
