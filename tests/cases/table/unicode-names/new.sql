CREATE TABLE "Größe" ("Höhe" numeric, "naïve 名前" text DEFAULT 'ü', CONSTRAINT "Prüfung" CHECK ("Höhe" > 0));
CREATE INDEX "Höhe_idx" ON "Größe" ("Höhe");
COMMENT ON COLUMN "Größe"."naïve 名前" IS 'Straße';
