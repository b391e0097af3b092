-- Deploy parcels

CREATE INDEX CONCURRENTLY parcels_weight ON parcels (weight);
