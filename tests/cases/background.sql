-- Objects that stand beside a case where proofs by slice are compared with full ones: none of them is part of it.
CREATE SCHEMA background_one;
CREATE SCHEMA background_two;
SET search_path = background_one;
CREATE TYPE level AS ENUM ('low', 'high');
CREATE DOMAIN amount AS numeric(10, 2) CHECK (VALUE >= 0);
CREATE TABLE people (id serial PRIMARY KEY, mail varchar(80) NOT NULL UNIQUE, rank level NOT NULL DEFAULT 'low');
CREATE TABLE accounts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id int NOT NULL REFERENCES people,
    balance amount NOT NULL DEFAULT 0,
    opened timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON accounts (person_id);
CREATE INDEX accounts_opened ON accounts (opened) WHERE balance > 0;
ALTER TABLE people ADD COLUMN account_id bigint;
ALTER TABLE people ADD FOREIGN KEY (account_id) REFERENCES accounts;
CREATE FUNCTION worth(person int) RETURNS numeric LANGUAGE sql STABLE AS
    $$ SELECT sum(balance) FROM background_one.accounts WHERE person_id = person $$;
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER keep BEFORE UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION keep();
CREATE VIEW rich AS SELECT p.id, p.mail, a.balance FROM people p JOIN accounts a ON a.person_id = p.id;
CREATE MATERIALIZED VIEW totals AS SELECT rank, count(*) AS people FROM people GROUP BY rank;
CREATE UNIQUE INDEX ON totals (rank);
COMMENT ON VIEW rich IS 'People and what they have';
GRANT SELECT ON people, accounts, rich TO PUBLIC;
SET search_path = background_two;
CREATE TABLE logs (id bigint, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE logs_old PARTITION OF logs FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE logs_new PARTITION OF logs FOR VALUES FROM ('2021-01-01') TO ('2030-01-01');
CREATE INDEX ON logs (at);
CREATE TABLE base (id int, note text);
CREATE TABLE derived (extra int CHECK (extra > 0)) INHERITS (base);
CREATE TABLE copied (LIKE derived INCLUDING ALL);
ALTER TABLE copied ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON copied FOR SELECT USING (id > 0);
CREATE RULE quiet AS ON DELETE TO base DO INSTEAD NOTHING;
CREATE STATISTICS together ON id, extra FROM derived;
