#include "introspect/support.h"

namespace trueup::introspect {
namespace {

TEST(Acl, WhatTheOwnerHoldsIsLeftOut) {
  const Catalog catalog = read_after(
      "CREATE TABLE public.plain (); CREATE TABLE public.t (a int, b int); CREATE SEQUENCE public.s; CREATE SCHEMA app;"
      "CREATE FUNCTION public.f() RETURNS int RETURN 1; CREATE TYPE public.e AS ENUM (); CREATE VIEW public.v AS "
      "SELECT 1;"
      "GRANT SELECT, INSERT (a) ON public.t TO PUBLIC; GRANT UPDATE ON public.t TO pg_monitor WITH GRANT OPTION;"
      "GRANT UPDATE (b) ON public.t TO pg_monitor; REVOKE DELETE, TRUNCATE ON public.t FROM current_user;"
      "GRANT USAGE ON SEQUENCE public.s TO pg_monitor; GRANT CREATE ON SCHEMA app TO PUBLIC;"
      "REVOKE EXECUTE ON FUNCTION public.f() FROM PUBLIC; REVOKE USAGE ON TYPE public.e FROM PUBLIC;"
      "GRANT ALL ON public.v TO pg_monitor");
  const auto acl = [&](std::string_view id) { return shown(object(catalog, id).acl); };
  EXPECT_EQ(acl("table public.plain"), "");
  EXPECT_EQ(acl("table public.t"), "PUBLIC SELECT, pg_monitor UPDATE*, -DELETE, -TRUNCATE");
  EXPECT_EQ(acl("column public.t.a"), "PUBLIC INSERT");
  EXPECT_EQ(acl("column public.t.b"), "pg_monitor UPDATE");
  EXPECT_EQ(acl("sequence public.s"), "pg_monitor USAGE");
  EXPECT_EQ(acl("schema app"), "PUBLIC CREATE");
  EXPECT_EQ(acl("function public.f()"), "");
  EXPECT_EQ(acl("enum type public.e"), "");
  const std::string all = "pg_monitor DELETE, pg_monitor INSERT, " +
                          std::string(catalog.server_version >= 170000 ? "pg_monitor MAINTAIN, " : "") +
                          "pg_monitor REFERENCES, pg_monitor SELECT, pg_monitor TRIGGER, pg_monitor TRUNCATE, "
                          "pg_monitor UPDATE";
  EXPECT_EQ(acl("view public.v"), all);
}

TEST(Schema, PublicIsAsItWasMade) {
  const Catalog catalog = read_after("CREATE SCHEMA app; COMMENT ON SCHEMA app IS 'the app'");
  EXPECT_EQ(object(catalog, "schema public").comment, "");
  EXPECT_EQ(shown(object(catalog, "schema public").acl), "PUBLIC USAGE");
  EXPECT_EQ(object(catalog, "schema app").comment, "the app");
  EXPECT_EQ(shown(object(catalog, "schema app").acl), "");
}

TEST(DefaultPrivilege, RelativeToTheBuiltInDefault) {
  const Catalog catalog = read_after(
      "CREATE SCHEMA app;"
      "ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT, INSERT ON TABLES TO pg_monitor WITH GRANT OPTION;"
      "ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT USAGE ON TYPES TO PUBLIC;"
      "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC; ALTER DEFAULT PRIVILEGES GRANT USAGE ON "
      "SCHEMAS TO pg_monitor;"
      "ALTER DEFAULT PRIVILEGES REVOKE DELETE ON TABLES FROM current_user;"
      "ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO pg_monitor");
  const std::string role = " for " + catalog.current_user;
  const auto& tables = get<DefaultPrivilege>(catalog, "default privilege on tables" + role + " in app");
  EXPECT_EQ(tables.grants,
            (std::vector<std::string>{"pg_monitor INSERT WITH GRANT OPTION", "pg_monitor SELECT WITH GRANT OPTION"}));
  EXPECT_TRUE(tables.revoked.empty());
  const auto& types = get<DefaultPrivilege>(catalog, "default privilege on types" + role + " in app");
  EXPECT_EQ(types.grants, std::vector<std::string>{"PUBLIC USAGE"});
  const auto& functions = get<DefaultPrivilege>(catalog, "default privilege on functions" + role);
  EXPECT_TRUE(functions.grants.empty());
  EXPECT_EQ(functions.revoked, std::vector<std::string>{"PUBLIC EXECUTE"});
  EXPECT_EQ(get<DefaultPrivilege>(catalog, "default privilege on schemas" + role).grants,
            std::vector<std::string>{"pg_monitor USAGE"});
  EXPECT_EQ(get<DefaultPrivilege>(catalog, "default privilege on tables" + role).revoked,
            std::vector<std::string>{catalog.current_user + " DELETE"});
  EXPECT_EQ(get<DefaultPrivilege>(catalog, "default privilege on sequences" + role).grants,
            std::vector<std::string>{"pg_monitor USAGE"});
}

TEST(Role, AttributesSettingsMembershipsComments) {
  const Catalog catalog = read_after(
      "CREATE ROLE intro_boss CREATEDB CREATEROLE LOGIN NOINHERIT REPLICATION BYPASSRLS CONNECTION LIMIT 5 VALID UNTIL "
      "'2030-01-01' PASSWORD 'never read';"
      "CREATE ROLE \"intro worker\"; GRANT intro_boss TO \"intro worker\" WITH ADMIN OPTION; GRANT pg_monitor TO "
      "intro_boss;"
      "ALTER ROLE intro_boss SET search_path = a, \"B\"; ALTER ROLE intro_boss SET work_mem = '3MB'; COMMENT ON ROLE "
      "intro_boss IS 'the boss'");
  const auto& boss = get<Role>(catalog, "role intro_boss");
  EXPECT_TRUE(boss.create_db);
  EXPECT_TRUE(boss.create_role);
  EXPECT_TRUE(boss.login);
  EXPECT_FALSE(boss.inherit);
  EXPECT_FALSE(boss.superuser);
  EXPECT_TRUE(boss.replication);
  EXPECT_TRUE(boss.bypass_rls);
  EXPECT_EQ(boss.connection_limit, 5);
  EXPECT_EQ(boss.valid_until, "2030-01-01 00:00:00+00");
  const std::map<std::string, std::string> settings = {{"search_path", "'a', 'B'"}, {"work_mem", "'3MB'"}};
  EXPECT_EQ(boss.settings, settings);
  EXPECT_EQ(object(catalog, "role intro_boss").comment, "the boss");
  EXPECT_EQ(get<Role>(catalog, "role \"intro worker\"").valid_until, "");
  EXPECT_TRUE(get<Membership>(catalog, "membership intro_boss to \"intro worker\"").admin);
  EXPECT_FALSE(get<Membership>(catalog, "membership pg_monitor to intro_boss").admin);
  EXPECT_TRUE(catalog.roles.contains("intro worker"));
  EXPECT_TRUE(catalog.roles.contains("pg_monitor"));
  EXPECT_FALSE(has(catalog, "role pg_monitor"));
  db::Connection connection = std::move(*db::Connection::open(scratch().superuser_target("template1")));
  ASSERT_TRUE(connection.run("DROP ROLE \"intro worker\"; DROP ROLE intro_boss").ok());
}

}  // namespace
}  // namespace trueup::introspect
