DO $$ BEGIN CREATE TABLE made (id int, note text, done boolean); END $$;
COMMENT ON TABLE made IS 'made by code';
CREATE INDEX made_note_idx ON made (note);
CREATE VIEW open_notes AS SELECT id, note FROM made WHERE NOT done;
