CREATE FUNCTION note_user() RETURNS trigger LANGUAGE c AS '$libdir/insert_username', 'insert_username';
