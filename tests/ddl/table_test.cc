#include "ddl/table.h"

#include <gtest/gtest.h>

#include "ddl/column.h"
#include "ddl/support.h"

namespace trueup::ddl::test {

namespace {

Object table(std::string_view name, Table payload = {}) { return object(Kind::table, name, std::move(payload)); }

Object column(std::string_view table, std::string_view name, int position, Column payload) {
  payload.position = position;
  return child(Kind::column, table, name, std::move(payload));
}

Object inherited(Object object, std::string_view parent) {
  object.inherited_from = object.id;
  object.inherited_from->parent = parent;
  return object;
}

Column integer() { return {.type = "integer"}; }

Table by_range() {
  Table table{.access_method = ""};
  table.partition_key = PartitionKey{.strategy = "range", .elements = {on("k")}};
  return table;
}

Table part(std::string_view bound = "FOR VALUES FROM (0) TO (10)") {
  Table table;
  table.partition_of = id(Kind::table, "p");
  table.partition_bound = sql(bound);
  return table;
}

constexpr std::string_view partitioned = "CREATE TABLE p (k integer DEFAULT 1) PARTITION BY RANGE (k)";

}  // namespace

TEST(Table, HasItsColumnsInOrderAndWhatFollows) {
  Column id{.type = "integer"};
  id.not_null = true;
  Column note{.type = "text", .default_value = sql("'-'")};
  note.storage = "external";
  Object described = column("t", "note", 2, note);
  described.comment = "free text";
  Object made = table("t");
  made.comment = "orders";
  made.acl.grants = {{"pg_monitor", "SELECT"}, {"pg_monitor", "INSERT"}};
  EXPECT_SQL("", created(made, catalog({made, described, column("t", "zid", 1, id)})),
             {"CREATE TABLE public.t (\n    zid integer NOT NULL,\n    note text DEFAULT '-'\n)",
              "GRANT SELECT, INSERT ON TABLE public.t TO pg_monitor", "COMMENT ON TABLE public.t IS 'orders'",
              "ALTER TABLE public.t ALTER COLUMN note SET STORAGE external",
              "COMMENT ON COLUMN public.t.note IS 'free text'"});
  EXPECT_SQL("", created(table("Odd table")), {"CREATE TABLE public.\"Odd table\" ()"});
}

TEST(Table, AllItsProperties) {
  Table payload;
  payload.unlogged = true;
  payload.options = {{"fillfactor", "70"}, {"toast.autovacuum_enabled", "false"}, {"user_catalog_table", "true"}};
  payload.tablespace = "pg_default";
  payload.row_security = true;
  payload.force_row_security = true;
  payload.replica_identity = "full";
  EXPECT_SQL("", created(table("t", payload)),
             {"CREATE UNLOGGED TABLE public.t () WITH (fillfactor=70, toast.autovacuum_enabled=false, "
              "user_catalog_table=true) TABLESPACE pg_default",
              "ALTER TABLE public.t ENABLE ROW LEVEL SECURITY", "ALTER TABLE public.t FORCE ROW LEVEL SECURITY",
              "ALTER TABLE public.t REPLICA IDENTITY FULL"});
}

TEST(Table, WhatNamesAnIndexWaitsForIt) {
  Table payload;
  payload.replica_identity = "index t_key";
  payload.clustered_on = "t_idx";
  const Object made = table("t", payload);
  const Object key = child(Kind::unique_key, "t", "t_key", Key{.columns = {"a"}});
  const Object index = object(Kind::index, "t_idx", Index{.table = made.id});
  const Statements make = created(made, catalog({made, key, index}));
  EXPECT_EQ(texts(make), (Texts{"CREATE TABLE public.t ()", "ALTER TABLE public.t REPLICA IDENTITY USING INDEX t_key",
                                "ALTER TABLE public.t CLUSTER ON t_idx"}));
  EXPECT_EQ(make[1].needs, std::vector{key.id});
  EXPECT_EQ(make[2].needs, std::vector{index.id});
  const std::string_view setup =
      "CREATE TABLE t (a integer NOT NULL CONSTRAINT t_key UNIQUE); CREATE INDEX t_idx ON t (a)";
  EXPECT_EQ(after(setup, {make[1], make[2]}), "");
  const Catalog plain = catalog({table("t")});
  const Catalog full = catalog({made, key, index});
  const std::string undo = std::string(setup) + "; ALTER TABLE t CLUSTER ON t_idx";
  EXPECT_SQL(undo, altered(made, table("t"), {full, plain}),
             {"ALTER TABLE public.t REPLICA IDENTITY DEFAULT", "ALTER TABLE public.t SET WITHOUT CLUSTER"});
}

TEST(Table, DroppingDestroys) {
  const Statements drop = dropped(table("t"));
  EXPECT_SQL("CREATE TABLE t ()", drop, {"DROP TABLE public.t"});
  ASSERT_TRUE(drop.front().destroys);
  EXPECT_EQ(drop.front().destroys->hazard, "drop-table");
  EXPECT_FALSE(dropped(table("t", by_range())).front().destroys);
}

TEST(Table, InheritsAndOverrides) {
  Table payload;
  payload.inherits = {id(Kind::table, "a"), id(Kind::table, "b")};
  const Object made = table("t", payload);
  Column other = integer();
  other.default_value = sql("2");
  other.not_null = true;
  other.statistics_target = 50;
  Column parents = integer();
  parents.default_value = sql("1");
  Object own = inherited(column("t", "y", 2, integer()), "b");
  own.comment = "mine";
  const Catalog wanted = catalog({made, inherited(column("t", "x", 1, other), "a"), own, column("t", "z", 3, integer()),
                                  column("a", "x", 1, parents), column("b", "y", 1, parents)});
  EXPECT_SQL("CREATE TABLE a (x integer DEFAULT 1); CREATE TABLE b (y integer DEFAULT 1)", created(made, wanted),
             {"CREATE TABLE public.t (\n    z integer\n) INHERITS (public.a, public.b)",
              "ALTER TABLE public.t ALTER COLUMN x SET DEFAULT 2", "ALTER TABLE public.t ALTER COLUMN x SET NOT NULL",
              "ALTER TABLE public.t ALTER COLUMN x SET STATISTICS 50",
              "ALTER TABLE public.t ALTER COLUMN y DROP DEFAULT", "COMMENT ON COLUMN public.t.y IS 'mine'"});
}

TEST(Table, ParentsComeAndGoInOrder) {
  Table ab;
  ab.inherits = {id(Kind::table, "a"), id(Kind::table, "b")};
  Table bc;
  bc.inherits = {id(Kind::table, "b"), id(Kind::table, "c")};
  const Object now = table("t", bc);
  const Object of_c = inherited(column("t", "x", 1, integer()), "c");
  const Catalog before = catalog({table("t", ab)});
  const Catalog wanted = catalog({now, of_c});
  const Statements change = altered(table("t", ab), now, {before, wanted});
  EXPECT_SQL(
      "CREATE TABLE a (); CREATE TABLE b (); CREATE TABLE c (x integer); CREATE TABLE t (x integer) INHERITS (a, b)",
      change,
      {"ALTER TABLE public.t NO INHERIT public.a", "ALTER TABLE public.t NO INHERIT public.b",
       "ALTER TABLE public.t INHERIT public.b", "ALTER TABLE public.t INHERIT public.c"});
  EXPECT_EQ(change.back().needs, (std::vector{id(Kind::table, "c"), of_c.id}));
}

TEST(Table, Partitions) {
  const Object parent = table("p", by_range());
  Column key = integer();
  key.default_value = sql("1");
  Column other = integer();
  other.default_value = sql("2");
  const Catalog wanted =
      catalog({parent, column("p", "k", 1, key), inherited(column("t", "k", 1, other), "p"), table("t", part())});
  EXPECT_SQL("", created(parent, wanted),
             {"CREATE TABLE public.p (\n    k integer DEFAULT 1\n) PARTITION BY RANGE (k)"});
  EXPECT_SQL(partitioned, created(table("t", part()), wanted),
             {"CREATE TABLE public.t PARTITION OF public.p FOR VALUES FROM (0) TO (10)",
              "ALTER TABLE public.t ALTER COLUMN k SET DEFAULT 2"});
  Table middle = part("DEFAULT");
  middle.access_method = "";
  middle.partition_key = PartitionKey{.strategy = "hash", .elements = {on("k")}};
  EXPECT_SQL("CREATE TABLE p (k integer) PARTITION BY LIST (k)", created(table("t", middle)),
             {"CREATE TABLE public.t PARTITION OF public.p DEFAULT PARTITION BY HASH (k)"});
  KeyElement expression;
  expression.expression = sql("lower(a)");
  expression.collation = "pg_catalog.\"C\"";
  expression.opclass = "text_pattern_ops";
  Table keyed{.access_method = ""};
  keyed.partition_key = PartitionKey{.strategy = "list", .elements = {expression}};
  const Object by_expression = table("t", keyed);
  EXPECT_SQL("", created(by_expression, catalog({by_expression, column("t", "a", 1, {.type = "text"})})),
             {"CREATE TABLE public.t (\n    a text\n) PARTITION BY LIST ((lower(a)) COLLATE pg_catalog.\"C\" "
              "text_pattern_ops)"});
}

TEST(Table, IsAttachedAndDetached) {
  const Object loose = table("t");
  const Object attached = table("t", part());
  const Object moved = table("t", part("FOR VALUES FROM (10) TO (20)"));
  const std::string setup(partitioned);
  EXPECT_SQL(setup + "; CREATE TABLE t (k integer)", altered(loose, attached),
             {"ALTER TABLE public.p ATTACH PARTITION public.t FOR VALUES FROM (0) TO (10)"});
  const std::string with_partition = setup + "; CREATE TABLE t PARTITION OF p FOR VALUES FROM (0) TO (10)";
  EXPECT_SQL(with_partition, altered(attached, loose), {"ALTER TABLE public.p DETACH PARTITION public.t"});
  EXPECT_SQL(with_partition, altered(attached, moved),
             {"ALTER TABLE public.p DETACH PARTITION public.t",
              "ALTER TABLE public.p ATTACH PARTITION public.t FOR VALUES FROM (10) TO (20)"});
  EXPECT_EQ(texts(altered(loose, table("t", by_range()))), Texts{"rebuild"});
}

TEST(Table, TypedTables) {
  Table payload;
  payload.of_type = "public.pair";
  const Object made = table("t", payload);
  Column plain = integer();
  Column full{.type = "text", .default_value = sql("'x'")};
  full.not_null = true;
  const std::string_view setup = "CREATE TYPE pair AS (a integer, b text)";
  EXPECT_SQL(setup, created(made, catalog({made, column("t", "a", 1, plain), column("t", "b", 2, full)})),
             {"CREATE TABLE public.t OF public.pair (\n    b WITH OPTIONS DEFAULT 'x' NOT NULL\n)"});
  EXPECT_SQL(setup, created(made, catalog({made, column("t", "a", 1, plain)})),
             {"CREATE TABLE public.t OF public.pair"});
  const std::string typed = std::string(setup) + "; CREATE TABLE t OF pair";
  EXPECT_SQL(typed, altered(made, table("t")), {"ALTER TABLE public.t NOT OF"});
  EXPECT_SQL(std::string(setup) + "; CREATE TABLE t (a integer, b text)", altered(table("t"), made),
             {"ALTER TABLE public.t OF public.pair"});
}

TEST(Table, PropertiesChangeInPlace) {
  Table full;
  full.unlogged = true;
  full.options = {{"fillfactor", "70"}, {"parallel_workers", "2"}};
  full.row_security = true;
  full.force_row_security = true;
  full.replica_identity = "nothing";
  Table other;
  other.options = {{"fillfactor", "80"}};
  EXPECT_SQL("CREATE TABLE t (a integer)", altered(table("t"), table("t", full)),
             {"ALTER TABLE public.t SET UNLOGGED", "ALTER TABLE public.t SET (fillfactor=70, parallel_workers=2)",
              "ALTER TABLE public.t ENABLE ROW LEVEL SECURITY", "ALTER TABLE public.t FORCE ROW LEVEL SECURITY",
              "ALTER TABLE public.t REPLICA IDENTITY NOTHING"});
  EXPECT_SQL("CREATE UNLOGGED TABLE t (a integer) WITH (fillfactor = 70, parallel_workers = 2)",
             altered(table("t", full), table("t", other)),
             {"ALTER TABLE public.t SET LOGGED", "ALTER TABLE public.t RESET (parallel_workers)",
              "ALTER TABLE public.t SET (fillfactor=80)", "ALTER TABLE public.t DISABLE ROW LEVEL SECURITY",
              "ALTER TABLE public.t NO FORCE ROW LEVEL SECURITY", "ALTER TABLE public.t REPLICA IDENTITY DEFAULT"});
}

TEST(Table, TablespaceAndAccessMethod) {
  Table elsewhere;
  elsewhere.tablespace = "fast";
  EXPECT_EQ(texts(altered(table("t"), table("t", elsewhere))), Texts{"ALTER TABLE public.t SET TABLESPACE fast"});
  EXPECT_SQL("CREATE TABLE t ()", altered(table("t", elsewhere), table("t")),
             {"ALTER TABLE public.t SET TABLESPACE pg_default"});
  Table method;
  method.access_method = "other";
  EXPECT_SQL("CREATE ACCESS METHOD other TYPE TABLE HANDLER heap_tableam_handler; CREATE TABLE t ()",
             altered(table("t"), table("t", method)), {"ALTER TABLE public.t SET ACCESS METHOD other"});
  EXPECT_SQL("CREATE ACCESS METHOD other TYPE TABLE HANDLER heap_tableam_handler", created(table("t", method)),
             {"CREATE TABLE public.t () USING other"});
  Catalog older = catalog({table("t")});
  older.server_version = 140000;
  EXPECT_EQ(texts(altered(table("t"), table("t", method), {older, older})), Texts{"rebuild"});
}

TEST(Table, DefaultsCanWait) {
  Column with_default = integer();
  with_default.default_value = sql("public.f()");
  const Object made = table("t");
  const Object waiting = column("t", "a", 1, with_default);
  const Catalog wanted = catalog({made, waiting});
  Statements steps = create_table(made, {{}, wanted}, {.without_default = {waiting.id}, .joins_later = false});
  EXPECT_EQ(texts(steps), Texts{"CREATE TABLE public.t (\n    a integer\n)"});
  steps.push_back(
      {.sql = "CREATE FUNCTION public.f() RETURNS integer LANGUAGE sql RETURN (SELECT max(a) FROM public.t)",
       .destroys = {},
       .needs = {}});
  steps.push_back(set_default(waiting));
  steps.push_back(drop_default(waiting));
  EXPECT_EQ(after("", steps), "");
}

}  // namespace trueup::ddl::test
