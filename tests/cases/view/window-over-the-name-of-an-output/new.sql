CREATE TABLE score (points integer, day date);
CREATE VIEW ranked AS
  SELECT points::text AS points, row_number() OVER (PARTITION BY points ORDER BY day) AS place FROM score;
