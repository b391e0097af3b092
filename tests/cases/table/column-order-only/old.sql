CREATE TABLE card (id integer PRIMARY KEY, front text, back text);
