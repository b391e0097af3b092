CREATE TABLE "My Tune" ("Id" integer PRIMARY KEY, "Order" text);
