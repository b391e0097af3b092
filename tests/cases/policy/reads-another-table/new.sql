CREATE TABLE letter (id integer PRIMARY KEY, reader text, secret boolean);
CREATE TABLE zz_member (name text PRIMARY KEY, active boolean);
CREATE FUNCTION zz_allowed(who text) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT true $$;
CREATE POLICY members ON letter USING (EXISTS (SELECT 1 FROM zz_member m WHERE m.name = letter.reader AND m.active) AND zz_allowed(reader));
