CREATE TYPE weather AS ENUM ('sunny', 'rainy');
