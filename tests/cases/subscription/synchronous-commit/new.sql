CREATE SUBSCRIPTION ear CONNECTION 'host=nowhere dbname=d' PUBLICATION radio WITH (connect = false, synchronous_commit = 'remote_apply');
