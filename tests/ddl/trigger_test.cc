#include <gtest/gtest.h>

#include "ddl/support.h"

namespace trueup::ddl::test {

namespace {

Object trigger(Trigger payload) {
  payload.function = id(Kind::function, "f");
  return child(Kind::trigger, "t", "tr", std::move(payload));
}

Trigger on_insert() { return {.timing = "after", .events = {"insert"}, .for_each_row = true}; }

constexpr std::string_view setup =
    "CREATE TABLE t (a integer, b integer); CREATE TABLE other (); CREATE VIEW v AS SELECT a FROM t; "
    "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'";

std::string with(std::string_view more) { return std::string(setup) + "; " + std::string(more); }

}  // namespace

TEST(Trigger, EveryClause) {
  Trigger full{.timing = "before", .events = {"insert", "delete", "update"}, .update_columns = {"b", "a"}};
  full.for_each_row = true;
  full.arguments = {"x", "it's", "a\\b"};
  Object made = trigger(full);
  made.comment = "why";
  EXPECT_SQL(setup, created(made),
             {"CREATE TRIGGER tr BEFORE INSERT OR DELETE OR UPDATE OF b, a ON public.t FOR EACH ROW EXECUTE FUNCTION "
              "public.f('x', 'it''s', E'a\\\\b')",
              "COMMENT ON TRIGGER tr ON public.t IS 'why'"});
  Trigger conditional{.timing = "after", .events = {"update"}, .for_each_row = true, .when = sql("new.a > old.a")};
  EXPECT_SQL(setup, created(trigger(conditional)),
             {"CREATE TRIGGER tr AFTER UPDATE ON public.t FOR EACH ROW WHEN (new.a > old.a) EXECUTE FUNCTION "
              "public.f()"});
  Trigger tables{.timing = "after", .events = {"update"}, .old_table = "was", .new_table = "New"};
  EXPECT_SQL(setup, created(trigger(tables)),
             {"CREATE TRIGGER tr AFTER UPDATE ON public.t REFERENCING OLD TABLE AS was NEW TABLE AS \"New\" FOR EACH "
              "STATEMENT EXECUTE FUNCTION public.f()"});
  EXPECT_SQL(setup, created(trigger({.timing = "before", .events = {"truncate"}})),
             {"CREATE TRIGGER tr BEFORE TRUNCATE ON public.t FOR EACH STATEMENT EXECUTE FUNCTION public.f()"});
}

TEST(Trigger, OnViewsAndConstraintTriggers) {
  Trigger instead{
      .timing = "instead of", .events = {"insert"}, .for_each_row = true, .function = id(Kind::function, "f")};
  EXPECT_SQL(setup, created(child(Kind::trigger, "v", "tr", instead)),
             {"CREATE TRIGGER tr INSTEAD OF INSERT ON public.v FOR EACH ROW EXECUTE FUNCTION public.f()"});
  Trigger constraint = on_insert();
  constraint.constraint = true;
  constraint.from_table = id(Kind::table, "other");
  constraint.deferrable = true;
  constraint.initially_deferred = true;
  EXPECT_SQL(setup, created(trigger(constraint)),
             {"CREATE CONSTRAINT TRIGGER tr AFTER INSERT ON public.t FROM public.other DEFERRABLE INITIALLY DEFERRED "
              "FOR EACH ROW EXECUTE FUNCTION public.f()"});
  Trigger other = constraint;
  other.events = {"insert", "delete"};
  EXPECT_EQ(texts(altered(trigger(constraint), trigger(other))), Texts{"rebuild"});
  EXPECT_SQL(with("CREATE TRIGGER tr AFTER INSERT ON t EXECUTE FUNCTION f()"), dropped(trigger(on_insert())),
             {"DROP TRIGGER tr ON public.t"});
}

TEST(Trigger, EnableModes) {
  const std::string made = with("CREATE TRIGGER tr AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()");
  const auto mode = [](std::string enabled) {
    Trigger payload = on_insert();
    payload.enabled = std::move(enabled);
    return trigger(payload);
  };
  EXPECT_SQL(made, altered(mode("origin"), mode("disabled")), {"ALTER TABLE public.t DISABLE TRIGGER tr"});
  EXPECT_SQL(made, altered(mode("origin"), mode("replica")), {"ALTER TABLE public.t ENABLE REPLICA TRIGGER tr"});
  EXPECT_SQL(made, altered(mode("origin"), mode("always")), {"ALTER TABLE public.t ENABLE ALWAYS TRIGGER tr"});
  EXPECT_SQL(made, altered(mode("disabled"), mode("origin")), {"ALTER TABLE public.t ENABLE TRIGGER tr"});
  EXPECT_SQL(setup, created(mode("disabled")),
             {"CREATE TRIGGER tr AFTER INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.f()",
              "ALTER TABLE public.t DISABLE TRIGGER tr"});
}

TEST(Trigger, IsReplacedWithItsModeSaidAgain) {
  Trigger old = on_insert();
  old.enabled = "disabled";
  Trigger now = old;
  now.events = {"insert", "update"};
  now.arguments = {"x"};
  const std::string made =
      with("CREATE TRIGGER tr AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); ALTER TABLE t DISABLE TRIGGER tr");
  const Statements replace = altered(trigger(old), trigger(now));
  EXPECT_SQL(made, replace,
             {"CREATE OR REPLACE TRIGGER tr AFTER INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION "
              "public.f('x')",
              "ALTER TABLE public.t DISABLE TRIGGER tr"});
  EXPECT_EQ(after(made, replace, "SELECT tgenabled FROM pg_trigger WHERE tgname = 'tr'"), "D");
  Catalog older = catalog({trigger(now)});
  older.server_version = 130000;
  EXPECT_EQ(texts(altered(trigger(old), trigger(now), {older, older})), Texts{"rebuild"});
}

namespace {

Object policy(Policy payload) { return child(Kind::policy, "t", "p", std::move(payload)); }

}  // namespace

TEST(Policy, IsMadeAndDropped) {
  Policy full{.permissive = false, .command = "update", .roles = {"pg_monitor", "pg_read_all_data"}};
  full.using_expression = sql("a > 0 OR b > 0");
  full.check_expression = sql("a > 1");
  Object made = policy(full);
  made.comment = "why";
  EXPECT_SQL(
      setup, created(made),
      {"CREATE POLICY p ON public.t AS RESTRICTIVE FOR UPDATE TO pg_monitor, pg_read_all_data USING (a > 0 OR b > "
       "0) WITH CHECK (a > 1)",
       "COMMENT ON POLICY p ON public.t IS 'why'"});
  EXPECT_SQL(setup, created(policy({.roles = {""}})), {"CREATE POLICY p ON public.t AS PERMISSIVE FOR ALL TO PUBLIC"});
  EXPECT_SQL(with("CREATE POLICY p ON t"), dropped(made), {"DROP POLICY p ON public.t"});
}

TEST(Policy, RolesAndExpressionsChangeInPlace) {
  const Policy open{.roles = {""}};
  Policy now{.roles = {"", "pg_monitor"}};
  now.using_expression = sql("true");
  now.check_expression = sql("a > 0");
  EXPECT_SQL(with("CREATE POLICY p ON t"), altered(policy(open), policy(now)),
             {"ALTER POLICY p ON public.t TO PUBLIC, pg_monitor USING (true) WITH CHECK (a > 0)"});
  EXPECT_EQ(texts(altered(policy(now), policy(open))), Texts{"rebuild"});
}

}  // namespace trueup::ddl::test
