-- into: odd_view.sql
CREATE VIEW "view: of 100%" AS
  SELECT "it's"::varchar(10) AS its, "a:b" || ':x' AS "y:z", "per%cent" LIKE '%\%%' AS percent
  FROM "Odd ""Names""; of 100%";
