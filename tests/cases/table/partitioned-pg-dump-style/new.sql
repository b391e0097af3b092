CREATE TABLE public.sale (id bigint NOT NULL, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE public.sale_a (id bigint NOT NULL, day date NOT NULL);
ALTER TABLE ONLY public.sale ATTACH PARTITION public.sale_a FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
ALTER TABLE ONLY public.sale ADD CONSTRAINT sale_pkey PRIMARY KEY (id, day);
ALTER TABLE ONLY public.sale_a ADD CONSTRAINT sale_a_pkey PRIMARY KEY (id, day);
CREATE INDEX sale_day_idx ON ONLY public.sale USING btree (day);
CREATE INDEX sale_a_day_idx ON public.sale_a USING btree (day);
ALTER INDEX public.sale_pkey ATTACH PARTITION public.sale_a_pkey;
ALTER INDEX public.sale_day_idx ATTACH PARTITION public.sale_a_day_idx;
