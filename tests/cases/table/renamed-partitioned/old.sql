CREATE TABLE event (id bigint, at date NOT NULL, note text CHECK (note <> ''), PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE event_2024 PARTITION OF event FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX event_note ON event (note);
