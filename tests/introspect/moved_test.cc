#include "introspect/moved.h"

#include "introspect/support.h"

namespace trueup::introspect {
namespace {

/// Takes a mark, lets another session run `meanwhile`, and asks whether the catalogs have moved.
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
    const Result<CatalogMark> mark = catalog_mark(reader, schemas);
    EXPECT_TRUE(mark.ok()) << mark.error().message;
    EXPECT_TRUE(reader.run("COMMIT").ok());
    const Result<db::Rows> ran = other.run(meanwhile);
    EXPECT_TRUE(ran.ok()) << ran.error().message;
    moved = *has_moved(reader, *mark);
  }
  EXPECT_TRUE(scratch().drop_database(database).ok());
  return moved;
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
