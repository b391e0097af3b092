CREATE TABLE t (
  b integer, -- trueup: renamed from a
  c text, -- trueup: renamed from b
  a date -- trueup: renamed from c
);
CREATE INDEX t_a ON t (b);
