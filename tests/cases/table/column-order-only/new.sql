CREATE TABLE card (id integer PRIMARY KEY, back text, front text);
