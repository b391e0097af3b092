CREATE TABLE member (id integer PRIMARY KEY, level integer);
CREATE TABLE letter (id integer PRIMARY KEY, reader integer);
CREATE POLICY members ON letter FOR UPDATE USING (EXISTS (SELECT 1 FROM member m WHERE m.id = letter.reader AND m.level > 3)) WITH CHECK (reader > 0);
COMMENT ON POLICY members ON letter IS 'kept';
