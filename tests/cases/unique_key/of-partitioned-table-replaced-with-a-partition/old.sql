CREATE TABLE trip (day integer, CONSTRAINT one_a_day UNIQUE (day)) PARTITION BY LIST (day);
