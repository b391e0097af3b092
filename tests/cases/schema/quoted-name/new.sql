CREATE SCHEMA "Odd Name";
CREATE SCHEMA "select";
CREATE TABLE "select"."from" ("where" integer);
CREATE TABLE "Odd Name"."semi;colon" ("quote""d" text);
