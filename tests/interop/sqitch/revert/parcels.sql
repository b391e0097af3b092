-- Revert parcels

DROP INDEX parcels_weight;
