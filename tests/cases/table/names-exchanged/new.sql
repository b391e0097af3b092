CREATE TABLE yesterday (id integer PRIMARY KEY, note text); -- trueup: renamed from today
CREATE TABLE today (id bigint, amount numeric); -- trueup: renamed from yesterday
CREATE VIEW notes AS SELECT note FROM yesterday;
