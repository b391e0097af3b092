CREATE FUNCTION widen() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  ALTER TABLE stays ALTER COLUMN id TYPE bigint;
  ALTER TABLE stays ADD COLUMN more text;
  COMMENT ON TABLE stays IS 'widened';
  DROP TABLE goes;
END $$;
CREATE TABLE stays (id int, old_note text);
CREATE TABLE goes (id int);
SELECT widen();
