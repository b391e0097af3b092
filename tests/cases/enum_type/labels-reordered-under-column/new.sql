CREATE TYPE urgency AS ENUM ('low', 'middle', 'high');
CREATE TABLE ticket (id integer PRIMARY KEY, urgency urgency DEFAULT 'low');
CREATE INDEX ticket_urgency_idx ON ticket (urgency);
