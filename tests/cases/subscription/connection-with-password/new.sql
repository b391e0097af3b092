CREATE SUBSCRIPTION ear CONNECTION 'host=a password=new' PUBLICATION radio WITH (connect = false);
