CREATE TABLE jar (id integer PRIMARY KEY, label text);
SECURITY LABEL FOR guard ON TABLE jar IS 'secret';
SECURITY LABEL FOR guard ON COLUMN jar.label IS 'top ''secret''';
SECURITY LABEL FOR "Other Guard" ON TABLE public.jar IS 'is on it';
