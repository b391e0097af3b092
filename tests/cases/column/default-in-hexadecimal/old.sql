CREATE TABLE reg (id integer PRIMARY KEY, mask integer DEFAULT 0xff);
