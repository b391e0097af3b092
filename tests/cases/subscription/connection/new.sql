CREATE SUBSCRIPTION ear CONNECTION 'host=b' PUBLICATION radio WITH (connect = false);
