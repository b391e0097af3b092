CREATE SUBSCRIPTION ear CONNECTION 'host=a' PUBLICATION radio WITH (connect = false);
