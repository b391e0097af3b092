#include "introspect/support.h"

namespace trueup::introspect {
namespace {

TEST(Table, PlainOneHasTheDefaults) {
  const Catalog catalog = read_after("CREATE TABLE public.t ()");
  const auto& table = get<Table>(catalog, "table public.t");
  EXPECT_FALSE(table.unlogged);
  EXPECT_TRUE(table.options.empty());
  EXPECT_TRUE(table.inherits.empty());
  EXPECT_FALSE(table.partition_key.has_value());
  EXPECT_FALSE(table.partition_of.has_value());
  EXPECT_TRUE(table.partition_bound.empty());
  EXPECT_FALSE(table.row_security);
  EXPECT_FALSE(table.force_row_security);
  EXPECT_EQ(table.replica_identity, "default");
  EXPECT_EQ(table.clustered_on, "");
  EXPECT_EQ(table.tablespace, "");
  EXPECT_EQ(table.access_method, "heap");
  EXPECT_EQ(table.of_type, "");
  EXPECT_EQ(object(catalog, "table public.t").owner, catalog.current_user);
}

TEST(Table, EveryProperty) {
  const Catalog catalog = read_after(
      "CREATE UNLOGGED TABLE public.t (a int PRIMARY KEY, b text) WITH (fillfactor = 70, toast.autovacuum_enabled = "
      "off);"
      "ALTER TABLE public.t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, REPLICA IDENTITY USING INDEX t_pkey, "
      "CLUSTER ON t_pkey;"
      "COMMENT ON TABLE public.t IS 'it''s'; CREATE TYPE public.pair AS (a int); CREATE TABLE public.typed OF "
      "public.pair;"
      "CREATE TABLE public.f (); ALTER TABLE public.f REPLICA IDENTITY FULL; CREATE TABLE public.n (); ALTER TABLE "
      "public.n REPLICA IDENTITY NOTHING");
  const auto& table = get<Table>(catalog, "table public.t");
  EXPECT_TRUE(table.unlogged);
  EXPECT_EQ(table.options, (Options{{"fillfactor", "70"}, {"toast.autovacuum_enabled", "off"}}));
  EXPECT_TRUE(table.row_security);
  EXPECT_TRUE(table.force_row_security);
  EXPECT_EQ(table.replica_identity, "index t_pkey");
  EXPECT_EQ(table.clustered_on, "t_pkey");
  EXPECT_EQ(object(catalog, "table public.t").comment, "it's");
  EXPECT_EQ(get<Table>(catalog, "table public.typed").of_type, "public.pair");
  EXPECT_EQ(references(catalog, "table public.typed"), "composite type public.pair");
  EXPECT_EQ(get<Table>(catalog, "table public.f").replica_identity, "full");
  EXPECT_EQ(get<Table>(catalog, "table public.n").replica_identity, "nothing");
}

TEST(Table, InheritanceNamesParentsInOrder) {
  const Catalog catalog = read_after(
      "CREATE TABLE public.z (a int, shared int, CONSTRAINT pos CHECK (a > 0)); CREATE TABLE public.b (b int, shared "
      "int);"
      "CREATE TABLE public.c (own int, a int) INHERITS (public.z, public.b)");
  const auto& table = get<Table>(catalog, "table public.c");
  EXPECT_EQ(table.inherits, (std::vector{table_id("public", "z"), table_id("public", "b")}));
  EXPECT_EQ(object(catalog, "column public.c.shared").inherited_from, column_id("public", "z", "shared"));
  EXPECT_EQ(object(catalog, "column public.c.b").inherited_from, column_id("public", "b", "b"));
  // Stated in the child as well: its own.
  EXPECT_FALSE(object(catalog, "column public.c.a").inherited_from.has_value());
  EXPECT_FALSE(object(catalog, "column public.c.own").inherited_from.has_value());
  ASSERT_TRUE(object(catalog, "check public.c.pos").inherited_from.has_value());
  EXPECT_EQ(to_string(*object(catalog, "check public.c.pos").inherited_from), "check public.z.pos");
  EXPECT_EQ(references(catalog, "table public.c"), "table public.b, table public.z");
}

TEST(Table, PartitionsHoldWhatTheParentBrings) {
  const Catalog catalog = read_after(
      "CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';"
      "CREATE TABLE public.r (k int PRIMARY KEY);"
      "CREATE TABLE public.p (a int PRIMARY KEY, b int REFERENCES public.r CHECK (b > 0), c text) PARTITION BY RANGE "
      "(a);"
      "CREATE INDEX p_c ON public.p (c); CREATE TRIGGER trg AFTER INSERT ON public.p FOR EACH ROW EXECUTE FUNCTION "
      "public.f();"
      "CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (1) TO (10);"
      "CREATE TABLE public.p2 PARTITION OF public.p DEFAULT; CREATE INDEX own ON public.p1 (c);"
      "CREATE TABLE public.ref (x int REFERENCES public.p)");
  const auto& part = get<Table>(catalog, "table public.p1");
  EXPECT_EQ(part.partition_of, table_id("public", "p"));
  EXPECT_TRUE(part.inherits.empty());
  EXPECT_EQ(part.partition_bound.text, "FOR VALUES FROM (1) TO (10)");
  EXPECT_EQ(get<Table>(catalog, "table public.p2").partition_bound.text, "DEFAULT");
  EXPECT_EQ(get<Table>(catalog, "table public.p").access_method, "");
  const auto source = [&](std::string_view id) {
    const auto& from = object(catalog, id).inherited_from;
    return from ? to_string(*from) : "none";
  };
  EXPECT_EQ(source("column public.p1.a"), "column public.p.a");
  EXPECT_EQ(source("primary key public.p1.p1_pkey"), "primary key public.p.p_pkey");
  EXPECT_EQ(source("foreign key public.p1.p_b_fkey"), "foreign key public.p.p_b_fkey");
  EXPECT_EQ(source("check public.p1.p_b_check"), "check public.p.p_b_check");
  EXPECT_EQ(source("index public.p1_c_idx"), "index public.p_c");
  EXPECT_EQ(source("index public.own"), "none");
  EXPECT_EQ(source("trigger public.p1.trg"), "trigger public.p.trg");
  // A foreign key to a partitioned table is one foreign key, whatever the server keeps per partition.
  int keys = 0;
  for (const auto& [id, each] : catalog.objects) keys += id.kind == Kind::foreign_key && id.parent == "ref" ? 1 : 0;
  EXPECT_EQ(keys, 1);
}

TEST(Table, PartitionKeyElements) {
  const Catalog catalog = read_after(
      "CREATE TABLE public.p (a int, \"B b\" text COLLATE \"C\", c text) PARTITION BY RANGE "
      "(a, \"B b\", c COLLATE \"POSIX\" text_pattern_ops, lower(c) COLLATE \"C\", (a + 1));"
      "CREATE TABLE public.l (a int) PARTITION BY LIST (a); CREATE TABLE public.h (a int, b int) PARTITION BY HASH (a, "
      "b)");
  const auto& key = *get<Table>(catalog, "table public.p").partition_key;
  EXPECT_EQ(key.strategy, "range");
  ASSERT_EQ(key.elements.size(), 5U);
  EXPECT_EQ(key.elements[0].expression.text, "a");
  EXPECT_TRUE(key.elements[0].is_column);
  EXPECT_EQ(key.elements[1].expression.text, "\"B b\"");
  EXPECT_EQ(key.elements[1].collation, "");
  EXPECT_EQ(key.elements[1].opclass, "");
  EXPECT_EQ(key.elements[2].collation, "pg_catalog.\"POSIX\"");
  EXPECT_EQ(key.elements[2].opclass, "text_pattern_ops");
  EXPECT_EQ(key.elements[3].expression.text, "lower(c)");
  EXPECT_FALSE(key.elements[3].is_column);
  EXPECT_EQ(key.elements[3].collation, "pg_catalog.\"C\"");
  EXPECT_EQ(key.elements[4].expression.text, "((a + 1))");
  EXPECT_EQ(key.elements[4].collation, "");
  EXPECT_EQ(get<Table>(catalog, "table public.l").partition_key->strategy, "list");
  EXPECT_EQ(get<Table>(catalog, "table public.h").partition_key->strategy, "hash");
}

}  // namespace
}  // namespace trueup::introspect
