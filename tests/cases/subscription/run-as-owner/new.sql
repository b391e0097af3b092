CREATE SUBSCRIPTION ear CONNECTION 'host=nowhere dbname=d' PUBLICATION radio WITH (connect = false, run_as_owner = true);
