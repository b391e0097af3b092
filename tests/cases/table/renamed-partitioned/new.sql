CREATE TABLE happening ( -- trueup: renamed from event
  id bigint,
  day date NOT NULL, -- trueup: renamed from at
  note text CHECK (note <> ''),
  PRIMARY KEY (id, day)
) PARTITION BY RANGE (day);
CREATE TABLE event_2024 PARTITION OF happening FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX event_note ON happening (note);
