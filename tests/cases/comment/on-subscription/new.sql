CREATE SUBSCRIPTION ear CONNECTION 'host=nowhere dbname=d' PUBLICATION radio WITH (connect = false);
COMMENT ON SUBSCRIPTION ear IS 'listens';
