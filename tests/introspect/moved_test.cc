#include "introspect/moved.h"

#include "introspect/support.h"

namespace trueup::introspect {
namespace {

/// Begins to read, lets another session run `meanwhile`, and asks at the end whether the catalogs have moved.
bool moved_after(std::string_view meanwhile) {
  const std::string database = *scratch().create_database();
  bool moved = false;
  {
    db::Connection reader = std::move(*db::Connection::open(scratch().superuser_target(database)));
    db::Connection other = std::move(*db::Connection::open(scratch().superuser_target(database)));
    EXPECT_TRUE(
        other.run("CREATE TABLE public.t (a int DEFAULT 1); CREATE VIEW public.v AS SELECT a FROM public.t").ok());
    EXPECT_TRUE(reader.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").ok());
    const std::string schemas = "'{" + reader.run("SELECT 'public'::regnamespace::oid")->text(0, 0) + "}'";
    const Result<db::Rows> ran = other.run(meanwhile);
    EXPECT_TRUE(ran.ok()) << ran.error().message;
    const Result<CatalogMark> mark = catalog_mark(reader, schemas);
    EXPECT_TRUE(mark.ok()) << mark.error().message;
    EXPECT_TRUE(reader.run("COMMIT").ok());
    moved = *has_moved(reader, *mark);
  }
  EXPECT_TRUE(scratch().drop_database(database).ok());
  return moved;
}

TEST(CatalogMark, NeedsNoChecksumWhereNobodyWrites) {
  db::Connection reader = std::move(*db::Connection::open(scratch().superuser_target("template1")));
  ASSERT_TRUE(reader.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1").ok());
  EXPECT_EQ(catalog_mark(reader, "'{}'")->rows, "");
  db::Connection writer = std::move(*db::Connection::open(scratch().superuser_target("template1")));
  ASSERT_TRUE(writer.run("SELECT pg_current_xact_id()").ok());
  ASSERT_TRUE(reader.run("COMMIT; BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1").ok());
  ASSERT_TRUE(writer.run("BEGIN; SELECT pg_current_xact_id()").ok());
  EXPECT_NE(catalog_mark(reader, "'{}'")->rows, "");  // a number was given since the snapshot
  ASSERT_TRUE(reader.run("COMMIT; BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1").ok());
  EXPECT_NE(catalog_mark(reader, "'{}'")->rows, "");  // a transaction is under way since before
}

TEST(HasMoved, NotByRowsAndTemporaryTables) {
  EXPECT_FALSE(moved_after("SELECT 1"));
  EXPECT_FALSE(moved_after("INSERT INTO public.t VALUES (1)"));
  EXPECT_FALSE(moved_after("CREATE TEMP TABLE passing (a serial PRIMARY KEY); CREATE TEMP VIEW pv AS SELECT 1"));
  EXPECT_FALSE(moved_after("INSERT INTO public.t SELECT generate_series(1, 100); ANALYZE public.t"));
}

TEST(HasMoved, ByEverySchemaChange) {
  for (const std::string_view change :
       {"ALTER TABLE public.t RENAME COLUMN a TO b", "ALTER TABLE public.t ALTER a SET DEFAULT 2",
        "CREATE INDEX ON public.t (a)", "CREATE OR REPLACE VIEW public.v AS SELECT a FROM public.t WHERE a > 0",
        "ALTER TABLE public.t ADD CHECK (a > 0)", "CREATE POLICY p ON public.t", "CREATE TYPE public.e AS ENUM ()",
        "CREATE FUNCTION public.f() RETURNS int RETURN 1", "ALTER SCHEMA public RENAME TO p2", "DROP VIEW public.v"})
    EXPECT_TRUE(moved_after(change)) << change;
}

}  // namespace
}  // namespace trueup::introspect
