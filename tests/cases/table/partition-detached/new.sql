CREATE TABLE measure (taken date NOT NULL, degrees numeric(4,1)) PARTITION BY RANGE (taken);
CREATE TABLE measure_2023 (taken date NOT NULL, degrees numeric(4,1));
