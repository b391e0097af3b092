CREATE DOMAIN d AS integer;
ALTER DOMAIN d ADD CONSTRAINT positive CHECK (VALUE > 0); -- trueup: renamed from first
CREATE TABLE t (d d);
