CREATE TABLE day (on_date date PRIMARY KEY);
