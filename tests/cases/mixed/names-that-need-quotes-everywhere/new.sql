CREATE SCHEMA "Weird ""Schema""";
CREATE TYPE "Weird ""Schema"""."user" AS ENUM ('it''s', 'a"b');
CREATE SEQUENCE "Weird ""Schema"""."Seq 1";
CREATE TABLE "Weird ""Schema"""."table" (
  "order" integer DEFAULT nextval('"Weird ""Schema"""."Seq 1"'),
  "Group By" "Weird ""Schema"""."user" DEFAULT 'it''s',
  "new
line" text,
  CONSTRAINT "check" CHECK ("order" > 0),
  CONSTRAINT "primary" PRIMARY KEY ("order")
);
ALTER SEQUENCE "Weird ""Schema"""."Seq 1" OWNED BY "Weird ""Schema"""."table"."order";
CREATE INDEX "In""dex" ON "Weird ""Schema"""."table" (lower("new
line"), "Group By" DESC) WHERE "Group By" = 'a"b';
CREATE FUNCTION "Weird ""Schema"""."fn""()"("A b" "Weird ""Schema"""."table") RETURNS "Weird ""Schema"""."user"[] LANGUAGE sql AS $$ SELECT NULL::"Weird ""Schema"""."user"[] $$;
CREATE VIEW "Weird ""Schema"""."view" AS SELECT t."order" AS "Or""der", "Weird ""Schema"""."fn""()"(t) AS "f(x)" FROM "Weird ""Schema"""."table" t;
COMMENT ON COLUMN "Weird ""Schema"""."view"."f(x)" IS 'x';
