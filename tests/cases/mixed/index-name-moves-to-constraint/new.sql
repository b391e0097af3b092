CREATE TABLE badge (id integer NOT NULL, code text, CONSTRAINT badge_code_key UNIQUE (code), CONSTRAINT badge_pkey PRIMARY KEY (id));
