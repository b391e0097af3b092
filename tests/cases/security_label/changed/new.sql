CREATE TABLE jar (id integer PRIMARY KEY, label text);
SECURITY LABEL FOR guard ON TABLE jar IS 'open';
SECURITY LABEL FOR guard ON COLUMN jar.label IS 'open';
