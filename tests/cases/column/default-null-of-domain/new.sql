CREATE DOMAIN grade AS integer DEFAULT 5;
CREATE TABLE pupil (id integer PRIMARY KEY, mark grade DEFAULT NULL, last grade, nick varchar(9) DEFAULT NULL::text);
