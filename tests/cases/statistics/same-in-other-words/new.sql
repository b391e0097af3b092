CREATE TABLE visit (city text, zip text, at timestamp, visitors integer);
CREATE STATISTICS first ON zip, (city) FROM visit;
ALTER STATISTICS first RENAME TO place;
CREATE STATISTICS IF NOT EXISTS day ON (date_trunc('day', at)) FROM visit;
CREATE TABLE copy (LIKE visit INCLUDING STATISTICS);
