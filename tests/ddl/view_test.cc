#include <gtest/gtest.h>

#include "ddl/support.h"

namespace trueup::ddl::test {

namespace {

Object view(View payload) { return object(Kind::view, "v", std::move(payload)); }

constexpr std::string_view setup = "CREATE TABLE t (a integer, b text); CREATE VIEW v AS SELECT a FROM t";

View one_column() { return {.query = sql("SELECT t.a FROM public.t"), .columns = {{"a", "integer"}}}; }

}  // namespace

TEST(View, IsMadeAndDropped) {
  View full{.query = sql("SELECT t.a, t.b FROM public.t WHERE t.a > 0")};
  full.options = {{"check_option", "local"}, {"security_barrier", "true"}};
  full.column_comments = {{"a", "first"}};
  full.column_defaults = {{"a", sql("1")}};
  Object made = view(full);
  made.comment = "it's";
  made.acl.grants = {{"", "SELECT"}, {"pg_monitor", "SELECT", true}};
  EXPECT_SQL("CREATE TABLE t (a integer, b text)", created(made),
             {"CREATE VIEW public.v WITH (check_option=local, security_barrier=true) AS\nSELECT t.a, t.b FROM public.t "
              "WHERE t.a > 0",
              "ALTER VIEW public.v ALTER COLUMN a SET DEFAULT 1", "GRANT SELECT ON TABLE public.v TO PUBLIC",
              "GRANT SELECT ON TABLE public.v TO pg_monitor WITH GRANT OPTION", "COMMENT ON VIEW public.v IS 'it''s'",
              "COMMENT ON COLUMN public.v.a IS 'first'"});
  View named{.query = sql("SELECT 1, 2"), .column_names = {"x", "Y"}};
  EXPECT_SQL("", created(view(named)), {"CREATE VIEW public.v (x, \"Y\") AS\nSELECT 1, 2"});
  EXPECT_SQL(setup, dropped(made), {"DROP VIEW public.v"});
}

TEST(View, ThatSelectsFromItself) {
  View payload{.query = sql("SELECT v.a, v.\"B\" FROM public.v"), .columns = {{"a", "integer"}, {"B", "text"}}};
  payload.query.references = {id(Kind::view, "v")};
  EXPECT_SQL("", created(view(payload)),
             {"CREATE VIEW public.v AS\nSELECT NULL::integer AS a, NULL::text AS \"B\"",
              "CREATE OR REPLACE VIEW public.v AS\nSELECT v.a, v.\"B\" FROM public.v"});
}

TEST(View, ColumnsAreAddedAtTheEndInPlaceAndOptionsSaidAgain) {
  View wider{.query = sql("SELECT t.a, t.b FROM public.t"), .columns = {{"a", "integer"}, {"b", "text"}}};
  wider.options = {{"security_barrier", "true"}};
  View old = one_column();
  old.options = wider.options;
  const Statements replace = altered(view(old), view(wider));
  EXPECT_SQL(setup, replace,
             {"CREATE OR REPLACE VIEW public.v WITH (security_barrier=true) AS\nSELECT t.a, t.b FROM public.t"});
  EXPECT_EQ(after(setup, replace, "SELECT reloptions FROM pg_class WHERE oid = 'public.v'::regclass"),
            "{security_barrier=true}");
}

TEST(View, OtherColumnsNeedARebuild) {
  const auto with_columns = [](std::vector<ViewColumn> columns) {
    return view({.query = sql("SELECT t.a, t.b FROM public.x"), .columns = std::move(columns)});
  };
  EXPECT_EQ(texts(altered(view(one_column()), with_columns({{"b", "text"}}))), Texts{"rebuild"});
  EXPECT_EQ(texts(altered(view(one_column()), with_columns({{"a", "bigint"}}))), Texts{"rebuild"});
  EXPECT_EQ(texts(altered(view(one_column()), with_columns({}))), Texts{"rebuild"});
  EXPECT_EQ(texts(altered(view(one_column()), with_columns({{"a", ""}}))), Texts{"rebuild"});
  const Object unknown = view({.query = sql("SELECT f() AS a"), .columns = {{"a", ""}}});
  EXPECT_EQ(texts(altered(unknown, with_columns({{"a", ""}}))), Texts{"rebuild"});
}

TEST(View, OptionsCommentsAndDefaultsChangeInPlace) {
  View old = one_column();
  old.options = {{"check_option", "cascaded"}, {"security_invoker", "true"}};
  old.column_comments = {{"a", "x"}};
  old.column_defaults = {{"a", sql("1")}};
  View now = one_column();
  now.options = {{"check_option", "local"}};
  const Statements change = altered(view(old), view(now));
  const std::string made = std::string(setup) + "; ALTER VIEW v SET (check_option = cascaded, security_invoker = true)";
  EXPECT_SQL(made, change,
             {"ALTER VIEW public.v RESET (security_invoker)", "ALTER VIEW public.v SET (check_option=local)",
              "COMMENT ON COLUMN public.v.a IS NULL", "ALTER VIEW public.v ALTER COLUMN a DROP DEFAULT"});
  now.column_comments = {{"a", "y"}};
  now.column_defaults = {{"a", sql("2")}};
  EXPECT_SQL(setup, altered(view(one_column()), view(now)),
             {"ALTER VIEW public.v SET (check_option=local)", "COMMENT ON COLUMN public.v.a IS 'y'",
              "ALTER VIEW public.v ALTER COLUMN a SET DEFAULT 2"});
}

namespace {

Object stored(MaterializedView payload) { return object(Kind::materialized_view, "m", std::move(payload)); }

constexpr std::string_view make_stored =
    "CREATE TABLE t (a integer); CREATE MATERIALIZED VIEW m AS SELECT a FROM t; CREATE INDEX m_idx ON m (a)";

}  // namespace

TEST(MaterializedView, IsMadeAndDropped) {
  MaterializedView full{.query = sql("SELECT 1 AS a")};
  full.options = {{"fillfactor", "70"}};
  full.tablespace = "pg_default";
  full.with_data = false;
  full.access_method = "other";
  full.column_comments = {{"a", "one"}};
  full.clustered_on = "m_idx";
  Object made = stored(full);
  made.comment = "kept";
  const Statements make = created(made);
  EXPECT_EQ(
      texts(make),
      (Texts{"CREATE MATERIALIZED VIEW public.m USING other WITH (fillfactor=70) TABLESPACE pg_default AS\nSELECT "
             "1 AS a\nWITH NO DATA",
             "COMMENT ON MATERIALIZED VIEW public.m IS 'kept'", "COMMENT ON COLUMN public.m.a IS 'one'",
             "ALTER MATERIALIZED VIEW public.m CLUSTER ON m_idx"}));
  EXPECT_EQ(make.back().needs, std::vector{id(Kind::index, "m_idx")});
  EXPECT_EQ(after("CREATE ACCESS METHOD other TYPE TABLE HANDLER heap_tableam_handler", {make.begin(), make.end() - 1}),
            "");
  EXPECT_EQ(after(make_stored, {make.back()}), "");
  EXPECT_SQL(make_stored, dropped(made), {"DROP MATERIALIZED VIEW public.m"});
}

TEST(MaterializedView, AllButItsQueryChangesInPlace) {
  MaterializedView old{.query = sql("SELECT 1 AS a")};
  old.options = {{"fillfactor", "70"}};
  old.clustered_on = "m_idx";
  old.column_comments = {{"a", "one"}};
  old.tablespace = "fast";
  MaterializedView now{.query = sql("SELECT 1 AS a")};
  now.access_method = "other";
  const std::string made =
      std::string(make_stored) + "; CREATE ACCESS METHOD other TYPE TABLE HANDLER heap_tableam_handler";
  EXPECT_SQL(made, altered(stored(old), stored(now)),
             {"ALTER MATERIALIZED VIEW public.m RESET (fillfactor)",
              "ALTER MATERIALIZED VIEW public.m SET TABLESPACE pg_default",
              "ALTER MATERIALIZED VIEW public.m SET ACCESS METHOD other",
              "ALTER MATERIALIZED VIEW public.m SET WITHOUT CLUSTER", "COMMENT ON COLUMN public.m.a IS NULL"});
  EXPECT_EQ(texts(altered(stored(old), stored({.query = sql("SELECT 2 AS a")}))), Texts{"rebuild"});
}

}  // namespace trueup::ddl::test
