CREATE SCHEMA greenhouse;
CREATE TYPE greenhouse.soil AS ENUM ('clay', 'loam');
CREATE TABLE greenhouse.bed (id integer PRIMARY KEY, soil greenhouse.soil);
CREATE VIEW greenhouse.clay_beds AS SELECT id FROM greenhouse.bed WHERE soil = 'clay';
