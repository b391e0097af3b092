CREATE TYPE span AS RANGE (SUBTYPE = float8);
CREATE TABLE bridge (reach span);
