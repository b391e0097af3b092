CREATE SEQUENCE bird_id_seq AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
CREATE TABLE bird (id integer NOT NULL, name text);
ALTER SEQUENCE bird_id_seq OWNED BY bird.id;
ALTER TABLE ONLY bird ALTER COLUMN id SET DEFAULT nextval('public.bird_id_seq'::regclass);
ALTER TABLE ONLY bird ADD CONSTRAINT bird_pkey PRIMARY KEY (id);
