DO $$ BEGIN CREATE TABLE made (id int, note text); END $$;
