CREATE ROLE "case Role ""Q""" LOGIN;
CREATE SCHEMA depot;
GRANT USAGE ON SCHEMA depot TO "case Role ""Q""";
