#include "introspect/support.h"

namespace trueup::introspect {
namespace {

using Names = std::vector<std::string>;

constexpr std::string_view setup =
    "CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';"
    "CREATE TABLE public.t (a int, \"B b\" text); CREATE TABLE public.o (x int);";

Catalog after(std::string_view sql) { return read_after(std::string(setup) + std::string(sql)); }

TEST(Trigger, TimingEventsColumnsAndArguments) {
  const Catalog catalog = after(
      "CREATE TRIGGER b BEFORE UPDATE OF \"B b\", a OR INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.f('x', "
      "'it''s', '');"
      "CREATE TRIGGER s AFTER DELETE OR TRUNCATE ON public.t EXECUTE FUNCTION public.f();"
      "CREATE VIEW public.v AS SELECT 1 AS n; CREATE TRIGGER i INSTEAD OF INSERT ON public.v FOR EACH ROW EXECUTE "
      "FUNCTION public.f();"
      "COMMENT ON TRIGGER s ON public.t IS 'after'");
  const auto& b = get<Trigger>(catalog, "trigger public.t.b");
  EXPECT_EQ(b.timing, "before");
  EXPECT_EQ(b.events, (Names{"insert", "update"}));
  EXPECT_EQ(b.update_columns, (Names{"B b", "a"}));
  EXPECT_TRUE(b.for_each_row);
  EXPECT_EQ(b.arguments, (Names{"x", "it's", ""}));
  EXPECT_EQ(to_string(b.function), "function public.f()");
  EXPECT_EQ(b.enabled, "origin");
  EXPECT_FALSE(b.constraint);
  EXPECT_TRUE(b.when.empty());
  const auto& s = get<Trigger>(catalog, "trigger public.t.s");
  EXPECT_EQ(s.timing, "after");
  EXPECT_EQ(s.events, (Names{"delete", "truncate"}));
  EXPECT_FALSE(s.for_each_row);
  EXPECT_TRUE(s.arguments.empty());
  EXPECT_EQ(object(catalog, "trigger public.t.s").comment, "after");
  EXPECT_EQ(get<Trigger>(catalog, "trigger public.v.i").timing, "instead of");
}

TEST(Trigger, ConstraintTransitionTablesAndState) {
  const Catalog catalog = after(
      "CREATE CONSTRAINT TRIGGER c AFTER DELETE ON public.t FROM public.o DEFERRABLE INITIALLY DEFERRED FOR EACH ROW "
      "EXECUTE FUNCTION public.f();"
      "CREATE TRIGGER tt AFTER UPDATE ON public.t REFERENCING OLD TABLE AS o NEW TABLE AS \"N n\" EXECUTE FUNCTION "
      "public.f();"
      "CREATE TRIGGER r AFTER INSERT ON public.t EXECUTE FUNCTION public.f(); CREATE TRIGGER a AFTER INSERT ON "
      "public.t EXECUTE FUNCTION public.f();"
      "ALTER TABLE public.t DISABLE TRIGGER tt, ENABLE REPLICA TRIGGER r, ENABLE ALWAYS TRIGGER a");
  const auto& c = get<Trigger>(catalog, "trigger public.t.c");
  EXPECT_TRUE(c.constraint);
  EXPECT_TRUE(c.deferrable);
  EXPECT_TRUE(c.initially_deferred);
  EXPECT_EQ(c.from_table, table_id("public", "o"));
  const auto& tt = get<Trigger>(catalog, "trigger public.t.tt");
  EXPECT_EQ(tt.old_table, "o");
  EXPECT_EQ(tt.new_table, "N n");
  EXPECT_EQ(tt.enabled, "disabled");
  EXPECT_FALSE(tt.from_table.has_value());
  EXPECT_EQ(get<Trigger>(catalog, "trigger public.t.r").enabled, "replica");
  EXPECT_EQ(get<Trigger>(catalog, "trigger public.t.a").enabled, "always");
}

TEST(Trigger, ConditionWhateverItsNamesLookLike) {
  const Catalog catalog = after(
      "CREATE TRIGGER \"x WHEN (\" BEFORE UPDATE ON public.t FOR EACH ROW"
      " WHEN (OLD.a > 1 AND NEW.\"B b\" <> ') EXECUTE FUNCTION ') EXECUTE FUNCTION public.f(' WHEN (1)')");
  const auto& trigger = get<Trigger>(catalog, "trigger public.t.\"x WHEN (\"");
  EXPECT_EQ(trigger.when.text, "((old.a > 1) AND (new.\"B b\" <> ') EXECUTE FUNCTION '::text))");
  EXPECT_EQ(trigger.arguments, Names{" WHEN (1)"});
  EXPECT_EQ(references(catalog, "trigger public.t.\"x WHEN (\""),
            "table public.t, column public.t.\"B b\", column public.t.a, function public.f()");
}

TEST(Policy, EveryClause) {
  const Catalog catalog = after(
      "CREATE POLICY plain ON public.t;"
      "CREATE POLICY full_one ON public.t AS RESTRICTIVE FOR UPDATE TO pg_monitor, current_user, pg_database_owner"
      " USING (a > 1) WITH CHECK (a > 2); COMMENT ON POLICY full_one ON public.t IS 'rows'");
  const auto& plain = get<Policy>(catalog, "policy public.t.plain");
  EXPECT_TRUE(plain.permissive);
  EXPECT_EQ(plain.command, "all");
  EXPECT_EQ(plain.roles, Names{""});
  EXPECT_TRUE(plain.using_expression.empty());
  EXPECT_TRUE(plain.check_expression.empty());
  const auto& full = get<Policy>(catalog, "policy public.t.full_one");
  EXPECT_FALSE(full.permissive);
  EXPECT_EQ(full.command, "update");
  Names roles = {"pg_database_owner", "pg_monitor", catalog.current_user};
  std::sort(roles.begin(), roles.end());
  EXPECT_EQ(full.roles, roles);
  EXPECT_EQ(full.using_expression.text, "(a > 1)");
  EXPECT_EQ(full.check_expression.text, "(a > 2)");
  EXPECT_EQ(object(catalog, "policy public.t.full_one").comment, "rows");
}

}  // namespace
}  // namespace trueup::introspect
