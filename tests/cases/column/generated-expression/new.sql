CREATE TABLE box (width integer, height integer, area integer GENERATED ALWAYS AS (width * height + 1) STORED);
