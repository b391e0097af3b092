CREATE TABLE trip (a text, "current_date" date, CONSTRAINT c1 CHECK (CURRENT_DATE > '2000-01-01'));
