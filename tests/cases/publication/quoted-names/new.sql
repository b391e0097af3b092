CREATE TABLE "My Tune" ("Id" integer PRIMARY KEY, "Order" text);
CREATE PUBLICATION "On Air" FOR TABLE "My Tune" ("Id", "Order") WHERE ("Id" > 3);
