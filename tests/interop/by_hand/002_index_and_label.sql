-- Schema Change: Up
COMMENT ON TABLE public.parcels IS 'what is on its way';
-- trueup: no-transaction
CREATE INDEX CONCURRENTLY parcels_state_idx ON public.parcels (state);
CREATE INDEX CONCURRENTLY parcels_weight_idx ON public.parcels (weight);
-- trueup: segment
ALTER TYPE public.state ADD VALUE 'lost';
-- trueup: segment
ALTER TABLE public.parcels ADD COLUMN next public.state NOT NULL DEFAULT 'lost';
ALTER TABLE public.parcels ADD CHECK (next <> 'sent');

-- Schema Change: Down
ALTER TABLE public.parcels DROP COLUMN next;
DROP TYPE public.state;
CREATE TYPE public.state AS ENUM ('packed', 'sent');
-- trueup: no-transaction
DROP INDEX CONCURRENTLY public.parcels_weight_idx;
DROP INDEX CONCURRENTLY public.parcels_state_idx;
-- trueup: segment
COMMENT ON TABLE public.parcels IS NULL;
