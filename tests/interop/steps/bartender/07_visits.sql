-- into: visits.sql
CREATE TABLE cocktails.visits (
  user_id uuid NOT NULL,
  day date NOT NULL,
  note text,
  PRIMARY KEY (user_id, day)
) PARTITION BY RANGE (day);
CREATE TABLE cocktails.visits_2026 PARTITION OF cocktails.visits FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
