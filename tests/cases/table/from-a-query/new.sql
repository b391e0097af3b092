CREATE TABLE source (id int PRIMARY KEY, name varchar(20) NOT NULL);
CREATE TABLE copied AS SELECT id, upper(name) AS name, count(*) OVER () AS n FROM source WITH NO DATA;
SELECT id, name INTO other FROM source;
CREATE INDEX copied_name_idx ON copied (name);
COMMENT ON COLUMN other.name IS 'copied';
