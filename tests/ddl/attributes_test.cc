#include "ddl/attributes.h"

#include <gtest/gtest.h>

#include "ddl/default_privilege.h"
#include "ddl/support.h"

namespace trueup::ddl::test {

namespace {

Object table(std::string_view name = "t") { return object(Kind::table, name, Table{}); }

constexpr std::string_view setup =
    "CREATE ROLE alice; CREATE ROLE \"Bob B\"; CREATE TABLE t (a integer, b integer); CREATE SEQUENCE s; CREATE SCHEMA "
    "app; CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE DOMAIN d AS text; CREATE TYPE "
    "e AS ENUM (); CREATE VIEW v AS SELECT a FROM t; CREATE MATERIALIZED VIEW m AS SELECT a FROM t";

Acl acl(std::set<Grant> grants) { return {.grants = std::move(grants), .owner_revoked = {}}; }

Object function() {
  Object made = object(Kind::function, "f", Routine{});
  made.id.signature = "integer";
  return made;
}

}  // namespace

TEST(Comment, WithAwkwardText) {
  Object made = table();
  made.comment = "it's\n\"two\" lines \\ and a backslash";
  EXPECT_SQL(setup, Statements{comment_on(made)},
             {"COMMENT ON TABLE public.t IS E'it''s\n\"two\" lines \\\\ and a backslash'"});
  EXPECT_EQ(after(setup, {comment_on(made)}, "SELECT obj_description('public.t'::regclass)"), made.comment);
  EXPECT_SQL(setup, altered(made, table()), {"COMMENT ON TABLE public.t IS NULL"});
}

TEST(Owner, OfEveryKindThatHasOne) {
  std::vector<Object> owned = {table(),
                               function(),
                               object(Kind::sequence, "s", Sequence{}),
                               object(Kind::schema, "app"),
                               object(Kind::domain, "d", Domain{}),
                               object(Kind::enum_type, "e", EnumType{}),
                               object(Kind::view, "v", View{}),
                               object(Kind::materialized_view, "m", MaterializedView{})};
  Statements statements;
  for (Object& each : owned) {
    each.owner = "alice";
    const Statements one = owner_to(each);
    statements.insert(statements.end(), one.begin(), one.end());
  }
  EXPECT_SQL(setup, statements,
             {"ALTER TABLE public.t OWNER TO alice", "ALTER FUNCTION public.f(integer) OWNER TO alice",
              "ALTER SEQUENCE public.s OWNER TO alice", "ALTER SCHEMA app OWNER TO alice",
              "ALTER DOMAIN public.d OWNER TO alice", "ALTER TYPE public.e OWNER TO alice",
              "ALTER VIEW public.v OWNER TO alice", "ALTER MATERIALIZED VIEW public.m OWNER TO alice"});
  Object column = child(Kind::column, "t", "a", Column{});
  column.owner = "alice";
  EXPECT_TRUE(owner_to(column).empty());
  EXPECT_TRUE(owner_to(table()).empty());
}

TEST(Owner, OfAnOwnedSequenceFollowsItsTable) {
  Object serial = object(Kind::sequence, "s", Sequence{.options = {}, .owned_by = column_id("public", "t", "a")});
  serial.owner = "alice";
  Object moved = serial;
  moved.owner = "Bob B";
  EXPECT_TRUE(altered(serial, moved).empty());
}

TEST(Owner, IsNotSaidWhereItIsWhoeverRunsThePlan) {
  Object made = table();
  made.owner = "alice";
  Catalog live;
  live.current_user = "alice";
  EXPECT_EQ(texts(created(made, {}, live)), Texts{"CREATE TABLE public.t ()"});
  EXPECT_EQ(texts(created(made, live, {})), Texts{"CREATE TABLE public.t ()"});
  live.current_user = "postgres";
  EXPECT_EQ(texts(created(made, {}, live)), (Texts{"CREATE TABLE public.t ()", "ALTER TABLE public.t OWNER TO alice"}));
}

TEST(Acl, AllOfAGranteeInOneStatement) {
  EXPECT_SQL(setup,
             change_acl(table(), {},
                        acl({{"alice", "UPDATE"},
                             {"alice", "SELECT"},
                             {"alice", "TRIGGER"},
                             {"Bob B", "SELECT", true},
                             {"", "SELECT"}})),
             {"GRANT SELECT ON TABLE public.t TO PUBLIC", "GRANT SELECT, UPDATE, TRIGGER ON TABLE public.t TO alice",
              "GRANT SELECT ON TABLE public.t TO \"Bob B\" WITH GRANT OPTION"});
}

TEST(Acl, EveryKindIsNamedAsGrantNamesIt) {
  const auto grant = [](const Object& object, std::string privilege) {
    return change_acl(object, {}, acl({{"alice", std::move(privilege)}})).front();
  };
  EXPECT_SQL(
      setup,
      (Statements{grant(object(Kind::view, "v", View{}), "SELECT"),
                  grant(object(Kind::materialized_view, "m", MaterializedView{}), "SELECT"),
                  grant(object(Kind::sequence, "s", Sequence{}), "USAGE"), grant(function(), "EXECUTE"),
                  grant(object(Kind::schema, "app"), "CREATE"), grant(object(Kind::domain, "d", Domain{}), "USAGE"),
                  grant(object(Kind::enum_type, "e", EnumType{}), "USAGE"),
                  grant(child(Kind::column, "t", "a", Column{}), "REFERENCES")}),
      {"GRANT SELECT ON TABLE public.v TO alice", "GRANT SELECT ON TABLE public.m TO alice",
       "GRANT USAGE ON SEQUENCE public.s TO alice", "GRANT EXECUTE ON FUNCTION public.f(integer) TO alice",
       "GRANT CREATE ON SCHEMA app TO alice", "GRANT USAGE ON DOMAIN public.d TO alice",
       "GRANT USAGE ON TYPE public.e TO alice", "GRANT REFERENCES (a) ON TABLE public.t TO alice"});
}

TEST(Acl, RevokesComeFirst) {
  EXPECT_SQL(
      std::string(setup) + "; GRANT SELECT, UPDATE ON t TO alice WITH GRANT OPTION",
      change_acl(table(), acl({{"alice", "SELECT", true}, {"alice", "UPDATE", true}, {"", "DELETE"}}),
                 acl({{"alice", "SELECT"}, {"Bob B", "INSERT"}})),
      {"REVOKE DELETE ON TABLE public.t FROM PUBLIC", "REVOKE UPDATE ON TABLE public.t FROM alice",
       "REVOKE GRANT OPTION FOR SELECT ON TABLE public.t FROM alice", "GRANT INSERT ON TABLE public.t TO \"Bob B\""});
  EXPECT_SQL(setup, change_acl(table(), acl({{"alice", "SELECT"}}), acl({{"alice", "SELECT", true}})),
             {"GRANT SELECT ON TABLE public.t TO alice WITH GRANT OPTION"});
  EXPECT_TRUE(change_acl(table(), acl({{"alice", "SELECT"}}), acl({{"alice", "SELECT"}})).empty());
}

TEST(Acl, WhatTheOwnerHasLost) {
  const Acl lost{.grants = {}, .owner_revoked = {"DELETE", "INSERT"}};
  EXPECT_SQL(setup, change_acl(table(), {}, lost), {"REVOKE INSERT, DELETE ON TABLE public.t FROM CURRENT_USER"});
  Object owned = table();
  owned.owner = "alice";
  EXPECT_SQL(setup, change_acl(owned, lost, {}), {"GRANT INSERT, DELETE ON TABLE public.t TO alice"});
}

TEST(Acl, ANewOwnerLosesNothing) {
  Object old = table();
  old.owner = "postgres";
  old.acl = acl({{"alice", "SELECT"}, {"Bob B", "SELECT"}});
  Object now = table();
  now.owner = "alice";
  EXPECT_SQL(setup, altered(old, now),
             {"ALTER TABLE public.t OWNER TO alice", "REVOKE SELECT ON TABLE public.t FROM \"Bob B\""});
}

TEST(Acl, RevokingFromATableRestoresItsColumns) {
  Object old = table();
  old.acl = acl({{"alice", "SELECT"}, {"alice", "UPDATE"}});
  Object column = child(Kind::column, "t", "a", Column{});
  column.acl = acl({{"alice", "SELECT"}, {"alice", "INSERT"}});
  const Catalog before = catalog({old, column});
  const Catalog wanted = catalog({table(), column});
  const std::string granted = std::string(setup) + "; GRANT SELECT, UPDATE, SELECT (a), INSERT (a) ON t TO alice";
  const Statements change = altered(old, table(), {before, wanted});
  EXPECT_SQL(granted, change,
             {"REVOKE SELECT, UPDATE ON TABLE public.t FROM alice", "GRANT SELECT (a) ON TABLE public.t TO alice"});
  EXPECT_EQ(after(granted, change,
                  "SELECT concat(has_column_privilege('alice', 'public.t', 'a', 'SELECT'), "
                  "has_column_privilege('alice', 'public.t', 'b', 'SELECT'))"),
            "tf");
}

TEST(AclAtCreation, PublicHasWhatIsBuiltIn) {
  const Catalog live;
  EXPECT_EQ(acl_at_creation(function(), live), acl({{"", "EXECUTE"}}));
  EXPECT_EQ(acl_at_creation(object(Kind::domain, "d", Domain{}), live), acl({{"", "USAGE"}}));
  EXPECT_EQ(acl_at_creation(table(), live), Acl{});
  Object closed = function();
  closed.acl.grants.clear();
  EXPECT_EQ(texts(created(closed)).back(), "REVOKE EXECUTE ON FUNCTION public.f(integer) FROM PUBLIC");
}

namespace {

Object defaults(std::string role, std::string schema, std::string objects, DefaultPrivilege payload) {
  Object made = object(Kind::default_privilege, objects, std::move(payload));
  made.id.parent = std::move(role);
  made.id.schema = std::move(schema);
  return made;
}

}  // namespace

TEST(AclAtCreation, DefaultPrivilegesOfWhoeverMakesIt) {
  Catalog live = catalog({
      defaults("postgres", "", "functions", {.grants = {}, .revoked = {"PUBLIC EXECUTE"}}),
      defaults("postgres", "", "tables", {.grants = {"alice SELECT"}, .revoked = {}}),
      defaults("postgres", "public", "tables",
               {.grants = {"Bob B INSERT WITH GRANT OPTION", "owner SELECT"}, .revoked = {}}),
      defaults("postgres", "app", "tables", {.grants = {"app SELECT"}, .revoked = {}}),
      defaults("other", "", "tables", {.grants = {"other SELECT"}, .revoked = {}}),
  });
  live.current_user = "postgres";
  EXPECT_EQ(acl_at_creation(function(), live), Acl{});
  Object made = table();
  made.owner = "owner";
  EXPECT_EQ(acl_at_creation(made, live), acl({{"alice", "SELECT"}, {"Bob B", "INSERT", true}}));
  made.acl = acl({{"alice", "SELECT"}});
  made.owner = "postgres";
  EXPECT_EQ(texts(created(made, {}, live)),
            (Texts{"CREATE TABLE public.t ()", "REVOKE INSERT ON TABLE public.t FROM \"Bob B\"",
                   "REVOKE SELECT ON TABLE public.t FROM owner"}));
}

TEST(DefaultPrivilege, IsMadeChangedAndTakenBack) {
  const Object old =
      defaults("alice", "app", "tables", {.grants = {"Bob B SELECT", "PUBLIC SELECT", "PUBLIC UPDATE"}, .revoked = {}});
  const Object now = defaults("alice", "app", "tables",
                              {.grants = {"Bob B SELECT WITH GRANT OPTION", "PUBLIC SELECT"}, .revoked = {}});
  EXPECT_SQL(setup, created(old),
             {"ALTER DEFAULT PRIVILEGES FOR ROLE alice IN SCHEMA app GRANT SELECT ON TABLES TO \"Bob B\"",
              "ALTER DEFAULT PRIVILEGES FOR ROLE alice IN SCHEMA app GRANT SELECT, UPDATE ON TABLES TO PUBLIC"});
  EXPECT_SQL(setup, altered(old, now),
             {"ALTER DEFAULT PRIVILEGES FOR ROLE alice IN SCHEMA app REVOKE SELECT ON TABLES FROM \"Bob B\"",
              "ALTER DEFAULT PRIVILEGES FOR ROLE alice IN SCHEMA app REVOKE UPDATE ON TABLES FROM PUBLIC",
              "ALTER DEFAULT PRIVILEGES FOR ROLE alice IN SCHEMA app GRANT SELECT ON TABLES TO \"Bob B\" WITH GRANT "
              "OPTION"});
  const Object closed = defaults("", "", "functions", {.grants = {}, .revoked = {"PUBLIC EXECUTE"}});
  EXPECT_SQL(setup, created(closed), {"ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC"});
  EXPECT_SQL(setup, dropped(closed), {"ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC"});
  for (const auto& [objects, privilege] : std::vector<std::pair<std::string, std::string>>{
           {"sequences", "USAGE"}, {"types", "USAGE"}, {"schemas", "CREATE"}})
    EXPECT_EQ(after(setup, created(defaults("alice", "", objects, {.grants = {"Bob B " + privilege}, .revoked = {}}))),
              "");
}

}  // namespace trueup::ddl::test
