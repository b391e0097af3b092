CREATE TABLE stays (id int, old_note text);
CREATE TABLE goes (id int);
