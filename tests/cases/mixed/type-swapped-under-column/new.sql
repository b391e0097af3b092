CREATE TYPE paint AS ENUM ('red', 'blue', 'pink');
CREATE TABLE car (id integer PRIMARY KEY, colour paint);
