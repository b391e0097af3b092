CREATE TABLE hall (id integer PRIMARY KEY WITH (fillfactor = 60));
