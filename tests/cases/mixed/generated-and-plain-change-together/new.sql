CREATE TABLE parcel (a bigint, b bigint, total bigint GENERATED ALWAYS AS (a + b) STORED);
