CREATE SUBSCRIPTION ear CONNECTION 'host=a password=same' PUBLICATION radio WITH (connect = false);
