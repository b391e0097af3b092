#include "introspect/support.h"

namespace trueup::introspect {
namespace {

TEST(View, QueryColumnsOptionsDefaultsComments) {
  const Catalog catalog = read_after(
      "CREATE TABLE public.t (a int, \"B b\" numeric(5,2));"
      "CREATE VIEW public.v (x, y) WITH (security_barrier = true) AS SELECT a, \"B b\" FROM public.t WHERE a > 1 WITH "
      "CASCADED CHECK OPTION;"
      "ALTER VIEW public.v ALTER x SET DEFAULT 5; COMMENT ON VIEW public.v IS 'seen'; COMMENT ON COLUMN public.v.y IS "
      "'why'");
  const auto& view = get<View>(catalog, "view public.v");
  // From version 16 on the columns of a single relation are printed without its name.
  const bool bare = catalog.server_version >= 160000;
  EXPECT_EQ(view.query.text, bare ? "SELECT a AS x,\n    \"B b\" AS y\n   FROM public.t\n  WHERE (a > 1)"
                                  : "SELECT t.a AS x,\n    t.\"B b\" AS y\n   FROM public.t\n  WHERE (t.a > 1)");
  EXPECT_EQ(view.columns, (std::vector<ViewColumn>{{"x", "integer"}, {"y", "numeric(5,2)"}}));
  EXPECT_TRUE(view.column_names.empty());
  EXPECT_EQ(view.options, (Options{{"security_barrier", "true"}, {"check_option", "cascaded"}}));
  ASSERT_EQ(view.column_defaults.size(), 1U);
  EXPECT_EQ(view.column_defaults.at("x").text, "5");
  EXPECT_EQ(view.column_comments, (std::map<std::string, std::string>{{"y", "why"}}));
  EXPECT_EQ(object(catalog, "view public.v").comment, "seen");
  EXPECT_EQ(references(catalog, "view public.v"), "column public.t.\"B b\", column public.t.a");
}

TEST(MaterializedView, QueryStorageAndState) {
  const Catalog catalog = read_after(
      "CREATE VIEW public.v AS SELECT 1 AS n;"
      "CREATE MATERIALIZED VIEW public.m WITH (fillfactor = 50, toast.autovacuum_enabled = off) AS SELECT n, 'x'::text "
      "AS t FROM public.v WITH NO DATA;"
      "CREATE MATERIALIZED VIEW public.filled AS SELECT n FROM public.v; CREATE UNIQUE INDEX mi ON public.filled (n);"
      "ALTER MATERIALIZED VIEW public.filled CLUSTER ON mi; COMMENT ON COLUMN public.m.n IS 'number'");
  const auto& empty = get<MaterializedView>(catalog, "materialized view public.m");
  EXPECT_FALSE(empty.with_data);
  EXPECT_EQ(empty.options, (Options{{"fillfactor", "50"}, {"toast.autovacuum_enabled", "off"}}));
  EXPECT_EQ(empty.access_method, "heap");
  EXPECT_EQ(empty.column_comments, (std::map<std::string, std::string>{{"n", "number"}}));
  EXPECT_EQ(empty.columns, (std::vector<ViewColumn>{{"n", "integer"}, {"t", "text"}}));
  EXPECT_EQ(references(catalog, "materialized view public.m"), "view public.v");
  const auto& full = get<MaterializedView>(catalog, "materialized view public.filled");
  EXPECT_TRUE(full.with_data);
  EXPECT_EQ(full.clustered_on, "mi");
  EXPECT_EQ(to_string(get<Index>(catalog, "index public.mi").table), "materialized view public.filled");
}

}  // namespace
}  // namespace trueup::introspect
