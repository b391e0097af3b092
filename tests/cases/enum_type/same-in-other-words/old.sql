CREATE TYPE weather AS ENUM ('sunny', 'cloudy');
CREATE TABLE day (id integer, seen weather DEFAULT 'sunny');
