CREATE TABLE team (id integer PRIMARY KEY, open boolean);
CREATE TABLE player (id integer PRIMARY KEY, team integer);
ALTER TABLE team ENABLE ROW LEVEL SECURITY;
ALTER TABLE player ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_player ON team USING (EXISTS (SELECT FROM player p WHERE p.team = team.id));
CREATE POLICY by_team ON player USING (EXISTS (SELECT FROM team t WHERE t.id = player.team AND t.open));
