CREATE PROCEDURE clean(n integer) LANGUAGE sql AS ''; -- trueup: renamed from tidy
