CREATE ROLE case_owner_ear;
CREATE SUBSCRIPTION ear CONNECTION 'host=nowhere dbname=d' PUBLICATION radio WITH (connect = false);
ALTER SUBSCRIPTION ear OWNER TO case_owner_ear;
