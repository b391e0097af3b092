CREATE FUNCTION place() RETURNS bigint LANGUAGE internal IMMUTABLE WINDOW AS 'window_row_number';
