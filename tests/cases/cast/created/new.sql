CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE FUNCTION mood_number(mood) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT CASE $1 WHEN 'sad' THEN 0 ELSE 1 END $$;
CREATE FUNCTION mood_level(mood) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT CASE $1 WHEN 'sad' THEN 10 ELSE 20 END $$;
CREATE CAST (mood AS integer) WITH FUNCTION mood_number(mood) AS ASSIGNMENT;
COMMENT ON CAST (mood AS integer) IS 'how happy';
CREATE TABLE diary (feeling mood);
CREATE VIEW numbers AS SELECT feeling::integer AS n FROM diary;
