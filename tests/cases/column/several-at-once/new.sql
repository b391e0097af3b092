CREATE TABLE job (id bigint PRIMARY KEY, a bigint NOT NULL DEFAULT 0, b varchar(20), e timestamptz DEFAULT now(), d date);
