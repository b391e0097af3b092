-- into: odd.sql
CREATE TABLE "Odd ""Names""; of 100%" (
  "it's" text,
  "a:b" text CHECK ("a:b" <> ':word' AND "a:b" <> ':b:'),
  "per%cent" text,
  "${dollar}" text,
  "back\slash" text,
  "$$" text
);
