CREATE TABLE trip (a text, "current_date" date, CONSTRAINT c1 CHECK ("current_date" > '2000-01-01'));
