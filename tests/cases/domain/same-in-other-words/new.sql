CREATE DOMAIN public.quantity int4 DEFAULT 1;
ALTER DOMAIN quantity ADD CONSTRAINT quantity_check CHECK ((VALUE > 0) AND (VALUE < 1000));
