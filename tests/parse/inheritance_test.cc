#include "parse/reading.h"

namespace trueup {
namespace {

using Names = std::vector<std::string>;

TEST(Partition, BoundsAreWrittenAsTheServerPrintsThem) {
  const char* bounds[][3] = {
      {"LIST (n)", "FOR VALUES IN ('1', 2, -3)", "FOR VALUES IN (1, 2, '-3')"},
      {"LIST (t)", "FOR VALUES IN ('a', NULL)", "FOR VALUES IN ('a', NULL)"},
      {"LIST (b)", "FOR VALUES IN ('t')", "FOR VALUES IN (true)"},
      {"LIST (d)", "FOR VALUES IN (1)", "FOR VALUES IN (1.00)"},
      {"RANGE (n, t)", "FOR VALUES FROM (MINVALUE, MINVALUE) TO (5, 'x')",
       "FOR VALUES FROM (MINVALUE, MINVALUE) TO (5, 'x')"},
      {"HASH (n)", "FOR VALUES WITH (REMAINDER 1, MODULUS 4)", "FOR VALUES WITH (modulus 4, remainder 1)"},
      {"LIST (n)", "DEFAULT", "DEFAULT"},
  };
  for (const auto& [key, written, stored] : bounds) {
    const Catalog catalog = reading("CREATE TABLE p (n int, t text, b boolean, d numeric(5,2)) PARTITION BY " +
                                    std::string(key) + "; CREATE TABLE c PARTITION OF p " + written);
    EXPECT_EQ(field_of(catalog, "table public.c", "partition_bound"), stored) << written;
  }
}

TEST(Partition, HasCopiesOfWhatItsParentHolds) {
  const Catalog catalog = reading(
      "CREATE TABLE r (id int PRIMARY KEY); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS '';"
      "CREATE TABLE p (id int REFERENCES r, k text CHECK (k <> ''), PRIMARY KEY (id)) PARTITION BY RANGE (id);"
      "CREATE INDEX named ON p (lower(k)); CREATE TRIGGER g BEFORE INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();"
      "CREATE TRIGGER s AFTER INSERT ON p EXECUTE FUNCTION f();"
      "CREATE TABLE c PARTITION OF p FOR VALUES FROM (1) TO (2); CREATE UNIQUE INDEX ON p (id, k);");
  EXPECT_TRUE(catalog.diagnostics.empty());
  EXPECT_EQ(field_of(catalog, "column public.c.id", "inherited_from"), "column public.p.id");
  EXPECT_EQ(field_of(catalog, "primary key public.c.c_pkey", "inherited_from"), "primary key public.p.p_pkey");
  EXPECT_EQ(field_of(catalog, "foreign key public.c.p_id_fkey", "inherited_from"), "foreign key public.p.p_id_fkey");
  EXPECT_EQ(field_of(catalog, "check public.c.p_k_check", "inherited_from"), "check public.p.p_k_check");
  EXPECT_EQ(field_of(catalog, "index public.c_lower_idx", "inherited_from"), "index public.named");
  EXPECT_EQ(field_of(catalog, "index public.c_id_k_idx", "inherited_from"), "index public.p_id_k_idx");
  EXPECT_EQ(objects_of(catalog, Kind::trigger),
            (Names{"trigger public.c.g", "trigger public.p.g", "trigger public.p.s"}));
}

TEST(Partition, AttachTakesWhatIsThere) {
  const Catalog catalog = reading(
      "CREATE TABLE p (id int NOT NULL, k text) PARTITION BY LIST (k); ALTER TABLE ONLY p ADD CONSTRAINT pk PRIMARY "
      "KEY (id, k);"
      "CREATE INDEX pi ON ONLY p (k);"
      "CREATE TABLE c (id int NOT NULL, k text, CONSTRAINT own PRIMARY KEY (id, k)); CREATE INDEX ci ON c (k);"
      "ALTER TABLE ONLY p ATTACH PARTITION c FOR VALUES IN ('x');");
  EXPECT_TRUE(catalog.diagnostics.empty());
  EXPECT_EQ(field_of(catalog, "primary key public.c.own", "inherited_from"), "primary key public.p.pk");
  EXPECT_EQ(field_of(catalog, "index public.ci", "inherited_from"), "index public.pi");
  EXPECT_EQ(objects_of(catalog, Kind::index), (Names{"index public.ci", "index public.pi"}));
}

TEST(Partition, IndexOnOnlyIsWholeOncePartsAreAttached) {
  const std::string sql =
      "CREATE TABLE p (k text) PARTITION BY LIST (k); CREATE TABLE c PARTITION OF p DEFAULT;"
      "CREATE INDEX pi ON ONLY p (k); CREATE INDEX ci ON c (k);";
  EXPECT_EQ(field_of(reading(sql), "index public.pi", "only"), "true");
  EXPECT_EQ(field_of(reading(sql + "ALTER INDEX pi ATTACH PARTITION ci"), "index public.pi", "only"), "false");
}

TEST(Inheritance, ColumnsAndChecksComeFromParents) {
  const Catalog catalog = reading(
      "CREATE TABLE a (x int DEFAULT 1 CHECK (x > 0), y text NOT NULL, n int CONSTRAINT own CHECK (n > 0) NO INHERIT, "
      "PRIMARY KEY (x));"
      "CREATE TABLE b (own int, x int DEFAULT 2) INHERITS (a); CREATE TABLE c () INHERITS (b);"
      "ALTER TABLE a ADD later int CHECK (later > 1); ALTER TABLE a DROP COLUMN y; ALTER TABLE a RENAME later TO "
      "renamed;");
  EXPECT_TRUE(catalog.diagnostics.empty());
  EXPECT_EQ(field_of(catalog, "column public.b.x", "default"), "2");
  EXPECT_EQ(field_of(catalog, "column public.b.x", "inherited_from"), "column public.a.x");
  EXPECT_EQ(field_of(catalog, "column public.c.renamed", "inherited_from"), "column public.b.renamed");
  EXPECT_EQ(field_of(catalog, "check public.c.a_later_check", "expression"), "renamed > 1");
  EXPECT_EQ(object_named(catalog, "column public.c.y"), nullptr);
  EXPECT_EQ(object_named(catalog, "check public.b.own"), nullptr);
  EXPECT_EQ(objects_of(catalog, Kind::primary_key), Names{"primary key public.a.a_pkey"});
}

}  // namespace
}  // namespace trueup
