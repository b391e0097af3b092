CREATE TABLE "Order" ("Id" integer PRIMARY KEY, "User" text, "group" integer DEFAULT 1 CHECK ("group" > 0), "a.b" integer);
CREATE INDEX "Order a.b" ON "Order" ("a.b") WHERE "User" IS NOT NULL;
