CREATE SUBSCRIPTION ear CONNECTION 'host=nowhere dbname=d' PUBLICATION wave, radio WITH (connect = false);
