CREATE FOREIGN DATA WRAPPER pipe;
CREATE SERVER far FOREIGN DATA WRAPPER pipe;
CREATE FOREIGN TABLE mineral ( -- trueup: renamed from ore
  id integer,
  quality text -- trueup: renamed from grade
) SERVER far;
CREATE VIEW ores AS SELECT id FROM mineral;
