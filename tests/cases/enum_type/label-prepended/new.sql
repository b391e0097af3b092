CREATE TYPE weather AS ENUM ('stormy', 'sunny', 'cloudy');
