CREATE TYPE mood AS ENUM ('up', 'down');
