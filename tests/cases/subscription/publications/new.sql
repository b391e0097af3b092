CREATE SUBSCRIPTION ear CONNECTION 'host=nowhere dbname=d' PUBLICATION wave, tide WITH (connect = false);
