CREATE TABLE yesterday (id integer PRIMARY KEY, note text); -- trueup: renamed from today
CREATE TABLE today (id bigint PRIMARY KEY, amount numeric, nr integer GENERATED ALWAYS AS IDENTITY); -- trueup: renamed from yesterday
CREATE VIEW notes AS SELECT note FROM yesterday;
