-- caught: in a schema
ALTER TYPE shop.state RENAME VALUE 'a' TO 'b';

-- harmless: an attribute
ALTER TYPE address RENAME ATTRIBUTE a TO b;

-- harmless: the type is new
CREATE TYPE s AS ENUM ('a');
ALTER TYPE s RENAME VALUE 'a' TO 'b';
