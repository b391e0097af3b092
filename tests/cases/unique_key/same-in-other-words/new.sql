CREATE TABLE pass (id integer, code text, year integer);
ALTER TABLE ONLY public.pass ADD CONSTRAINT pass_code_year_key UNIQUE NULLS DISTINCT (code, year) NOT DEFERRABLE;
