CREATE DOMAIN grade AS integer DEFAULT 5;
CREATE TABLE pupil (id integer PRIMARY KEY, mark grade, last grade DEFAULT NULL, nick varchar(9));
