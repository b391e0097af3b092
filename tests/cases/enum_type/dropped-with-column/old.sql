CREATE TYPE weather AS ENUM ('sunny', 'cloudy');
CREATE TABLE day (on_date date PRIMARY KEY, seen weather);
