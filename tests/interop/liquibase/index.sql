--liquibase formatted sql

--changeset somebody:3 runInTransaction:false
CREATE INDEX CONCURRENTLY parcels_weight ON parcels (weight);
--rollback DROP INDEX parcels_weight;
