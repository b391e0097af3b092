-- caught: serial
CREATE TABLE orders (id serial PRIMARY KEY);

-- caught: smallint
CREATE TABLE orders (id smallint PRIMARY KEY);

-- harmless: no key
CREATE TABLE t (n integer);

-- harmless: a wider serial
CREATE TABLE t (id bigserial PRIMARY KEY);
