CREATE TABLE source (id int PRIMARY KEY, name varchar(20) NOT NULL);
