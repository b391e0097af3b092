CREATE SCHEMA "Weird ""Schema""";
CREATE TABLE "Weird ""Schema"""."table" ("order" serial PRIMARY KEY, "new
line" text);
CREATE INDEX "In""dex" ON "Weird ""Schema"""."table" ("new
line");
CREATE VIEW "Weird ""Schema"""."view" AS SELECT "order" AS "Or""der" FROM "Weird ""Schema"""."table" t;
