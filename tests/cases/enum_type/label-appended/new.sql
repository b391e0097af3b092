CREATE TYPE weather AS ENUM ('sunny', 'cloudy', 'foggy');
