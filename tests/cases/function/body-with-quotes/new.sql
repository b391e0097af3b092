CREATE FUNCTION quote_it() RETURNS text LANGUAGE sql AS $f$ SELECT 'a \ b $$ c $body$ d' $f$;
