-- Schema Change: Up
-- trueup: no-transaction
DROP INDEX CONCURRENTLY public.parcels_weight_idx;

-- Schema Change: Down
-- trueup: no-transaction
CREATE INDEX CONCURRENTLY parcels_weight_idx ON public.parcels (weight);
