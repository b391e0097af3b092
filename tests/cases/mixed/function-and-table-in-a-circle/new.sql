CREATE FUNCTION next_rank() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT max(rank) + 1 FROM runner); END $$;
CREATE TABLE runner (id integer PRIMARY KEY, rank integer DEFAULT next_rank());
