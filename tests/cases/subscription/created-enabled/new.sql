CREATE SUBSCRIPTION ear CONNECTION 'host=nowhere dbname=d' PUBLICATION radio WITH (create_slot = false);
