--liquibase formatted sql

--changeset somebody:1
CREATE TABLE parcels (id integer PRIMARY KEY, weight numeric);
CREATE TABLE senders (id integer PRIMARY KEY);
--rollback DROP TABLE senders;
--rollback DROP TABLE parcels;

--changeset somebody:2 splitStatements:false
CREATE FUNCTION weigh(of integer) RETURNS numeric LANGUAGE plpgsql AS $$
BEGIN
  RETURN (SELECT weight FROM parcels WHERE id = of);
END;
$$;
--rollback DROP FUNCTION weigh(integer);
