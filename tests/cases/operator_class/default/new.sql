CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE FUNCTION compare(mood, mood) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT 0 $$;
CREATE FUNCTION under(mood, mood) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT true $$;
CREATE OPERATOR <<< (LEFTARG = mood, RIGHTARG = mood, PROCEDURE = under);
CREATE OPERATOR CLASS mood_ops DEFAULT FOR TYPE mood USING btree AS OPERATOR 1 <<<, FUNCTION 1 compare(mood, mood);
CREATE TABLE diary (feeling mood);
CREATE INDEX by_feeling ON diary (feeling);
