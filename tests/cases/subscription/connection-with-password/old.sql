CREATE SUBSCRIPTION ear CONNECTION 'host=a password=old' PUBLICATION radio WITH (connect = false);
