CREATE TABLE box (width integer, height integer, area integer GENERATED ALWAYS AS (width * height) STORED);
CREATE INDEX box_area_idx ON box (area);
CREATE VIEW big_boxes AS SELECT width, height FROM box WHERE area > 50;
