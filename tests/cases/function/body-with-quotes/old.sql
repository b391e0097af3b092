CREATE FUNCTION quote_it() RETURNS text LANGUAGE sql AS 'SELECT ''it''''s''';
