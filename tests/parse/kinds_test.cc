#include "parse/reading.h"

namespace trueup {
namespace {

using Names = std::vector<std::string>;

TEST(Sequence, ValuesAreEffective) {
  expect_fields({
      {"CREATE SEQUENCE s", "sequence public.s", "max_value", "9223372036854775807"},
      {"CREATE SEQUENCE s AS smallint INCREMENT -1", "sequence public.s", "min_value", "-32768"},
      {"CREATE SEQUENCE s INCREMENT -1", "sequence public.s", "start", "-1"},
      {"CREATE SEQUENCE s MINVALUE 5", "sequence public.s", "start", "5"},
      {"CREATE SEQUENCE s AS bigint; ALTER SEQUENCE s AS integer", "sequence public.s", "max_value", "2147483647"},
      {"CREATE SEQUENCE s MAXVALUE 9; ALTER SEQUENCE s NO MAXVALUE", "sequence public.s", "max_value",
       "9223372036854775807"},
      {"CREATE TABLE t (a int); CREATE SEQUENCE s; ALTER SEQUENCE s OWNED BY t.a", "sequence public.s", "owned_by",
       "column public.t.a"},
  });
}

TEST(Type, AlterTypeFoldsIn) {
  expect_fields({
      {"CREATE TYPE e AS ENUM ('b'); ALTER TYPE e ADD VALUE 'a' BEFORE 'b'; ALTER TYPE e ADD VALUE IF NOT EXISTS 'b'; "
       "ALTER TYPE e RENAME VALUE 'b' TO 'c'",
       "enum type public.e", "labels", "[1:a,1:c,]"},
      {"CREATE DOMAIN d AS varchar(5) CHECK (VALUE <> '')", "domain check public.d.d_check", "expression",
       "value <> ''"},
      {"CREATE DOMAIN d AS int; ALTER DOMAIN d SET DEFAULT 3", "domain public.d", "default", "3"},
      {"CREATE TYPE r AS RANGE (subtype = numeric, subtype_diff = numeric_sub)", "range type public.r", "subtype",
       "numeric"},
      {"CREATE TYPE c AS (a int, b text); COMMENT ON COLUMN c.b IS 'x'; ALTER TYPE c DROP ATTRIBUTE a",
       "composite type public.c", "attributes", "[{name=1:b type=4:text collation=0: comment=1:x },]"},
  });
}

TEST(Routine, ValuesAreEffective) {
  const std::string f = "function public.f(integer,character varying)";
  const std::string sql =
      "CREATE FUNCTION f(a int, b varchar(10) DEFAULT 'x', OUT c int, OUT d text) LANGUAGE SQL STABLE STRICT "
      "SET search_path TO app, \"$user\" AS 'select 1, 2'";
  const Catalog catalog = reading(sql);
  EXPECT_EQ(field_of(catalog, f, "returns"), "record");
  EXPECT_EQ(field_of(catalog, f, "language"), "sql");
  EXPECT_EQ(field_of(catalog, f, "volatility"), "stable");
  EXPECT_EQ(field_of(catalog, f, "settings"), "[{name=11:search_path value=14:'app', '$user' },]");
  EXPECT_EQ(field_of(catalog, f, "body"), "select 1, 2");
  EXPECT_EQ(field_of(catalog, f, "acl"), "=EXECUTE,");
  expect_fields({
      {"CREATE FUNCTION f() RETURNS TABLE (a int) LANGUAGE sql AS ''", "function public.f()", "returns", "integer"},
      {"CREATE FUNCTION f() RETURNS SETOF int LANGUAGE sql AS ''", "function public.f()", "rows", "1000"},
      {"CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'lib'", "function public.f()", "cost", "1"},
      {"CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'lib'", "function public.f()", "body", "f"},
      {"CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1 + 1", "function public.f()", "sql_body", "RETURN 1 + 1"},
      {"CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'a'; CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql "
       "AS 'b'",
       "function public.f()", "body", "b"},
      {"CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'a'; ALTER FUNCTION f() IMMUTABLE COST 3",
       "function public.f()", "cost", "3"},
      {"CREATE PROCEDURE p(INOUT a int) LANGUAGE sql AS ''", "procedure public.p(integer)", "returns", ""},
  });
}

TEST(Trigger, EventsStandInTheServersOrder) {
  const std::string base =
      "CREATE TABLE t (a int, b int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS ''; ";
  const Catalog catalog =
      reading(base +
              "CREATE TRIGGER g BEFORE UPDATE OF b, a OR DELETE OR INSERT ON t FOR EACH ROW WHEN (true) "
              "EXECUTE PROCEDURE f('x', 1); ALTER TABLE t DISABLE TRIGGER g");
  EXPECT_EQ(field_of(catalog, "trigger public.t.g", "events"), "[6:insert,6:delete,6:update,]");
  EXPECT_EQ(field_of(catalog, "trigger public.t.g", "update_columns"), "[1:b,1:a,]");
  EXPECT_EQ(field_of(catalog, "trigger public.t.g", "arguments"), "[1:x,1:1,]");
  EXPECT_EQ(field_of(catalog, "trigger public.t.g", "function"), "function public.f()");
  EXPECT_EQ(field_of(catalog, "trigger public.t.g", "enabled"), "disabled");
  EXPECT_EQ(field_of(reading("CREATE TABLE t (a tsvector); CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW "
                             "EXECUTE FUNCTION tsvector_update_trigger(a)"),
                     "trigger public.t.g", "function"),
            "function pg_catalog.tsvector_update_trigger()");
}

TEST(Policy, RolesAreSorted) {
  const std::string t = "CREATE TABLE t (a int); ";
  EXPECT_EQ(field_of(reading(t + "CREATE POLICY p ON t TO z, b USING (a > 0)"), "policy public.t.p", "roles"),
            "[1:b,1:z,]");
  EXPECT_EQ(field_of(reading(t + "CREATE POLICY p ON t AS RESTRICTIVE FOR INSERT WITH CHECK (a > 0)"),
                     "policy public.t.p", "command"),
            "insert");
  EXPECT_EQ(field_of(reading(t + "CREATE POLICY p ON t USING (a > 0); ALTER POLICY p ON t TO x USING (a > 1)"),
                     "policy public.t.p", "using"),
            "a > 1");
}

TEST(Grant, PrivilegesInForce) {
  expect_fields({
      {"CREATE TABLE t (a int); GRANT ALL ON t TO r; REVOKE TRIGGER, REFERENCES ON t FROM r", "table public.t", "acl",
       "r=DELETE,r=INSERT,r=SELECT,r=TRUNCATE,r=UPDATE,"},
      {"CREATE TABLE t (a int); GRANT SELECT ON t TO r WITH GRANT OPTION; GRANT SELECT ON t TO r", "table public.t",
       "acl", "r=SELECT*,"},
      {"CREATE TABLE t (a int); GRANT SELECT ON t TO r WITH GRANT OPTION; REVOKE GRANT OPTION FOR SELECT ON t FROM r",
       "table public.t", "acl", "r=SELECT,"},
      {"CREATE TABLE t (a int); GRANT UPDATE (a) ON t TO r", "column public.t.a", "acl", "r=UPDATE,"},
      {"CREATE TABLE t (a int); GRANT UPDATE (a) ON t TO r; REVOKE ALL ON t FROM r", "column public.t.a", "acl", ""},
      {"CREATE TABLE t (a int); ALTER TABLE t OWNER TO r; GRANT SELECT ON t TO r", "table public.t", "acl", ""},
      {"CREATE FUNCTION f() RETURNS int LANGUAGE sql AS ''; REVOKE ALL ON FUNCTION f() FROM PUBLIC",
       "function public.f()", "acl", ""},
      {"REVOKE ALL ON SCHEMA public FROM PUBLIC", "schema public", "acl", ""},
      {"CREATE SCHEMA s; CREATE VIEW s.v AS SELECT 1 AS a; GRANT SELECT ON ALL TABLES IN SCHEMA s TO r", "view s.v",
       "acl", "r=SELECT,"},
      {"ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO r; CREATE TABLE t (a int)", "table public.t", "acl",
       "r=SELECT,"},
      {"CREATE TABLE t (a int); ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO r", "table public.t", "acl", ""},
      {"ALTER DEFAULT PRIVILEGES FOR ROLE x GRANT SELECT ON TABLES TO r; CREATE TABLE t (a int)", "table public.t",
       "acl", ""},
      {"ALTER DEFAULT PRIVILEGES FOR ROLE x GRANT SELECT ON TABLES TO r", "default privilege on tables for x", "grants",
       "[8:r SELECT,]"},
      {"ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC", "default privilege on functions", "revoked",
       "[14:PUBLIC EXECUTE,]"},
  });
}

TEST(Role, OptionsAndMemberships) {
  const Catalog catalog = reading(
      "CREATE ROLE a LOGIN CONNECTION LIMIT 3; CREATE USER b IN ROLE a; ALTER ROLE a SET work_mem = '1MB'; GRANT a TO "
      "c WITH ADMIN OPTION;");
  EXPECT_EQ(field_of(catalog, "role a", "login"), "true");
  EXPECT_EQ(field_of(catalog, "role a", "connection_limit"), "3");
  EXPECT_EQ(field_of(catalog, "role a", "settings"), "[8:work_mem:5:'1MB',]");
  EXPECT_EQ(field_of(catalog, "role b", "login"), "true");
  EXPECT_EQ(field_of(catalog, "membership a to c", "admin"), "true");
  EXPECT_NE(object_named(catalog, "membership a to b"), nullptr);
}

TEST(Schema, IsThereAndImplied) {
  EXPECT_EQ(field_of(reading(""), "schema public", "acl"), "=USAGE,");
  EXPECT_EQ(field_of(reading("", 140000), "schema public", "acl"), "=CREATE,=USAGE,");
  EXPECT_EQ(field_of(reading("CREATE SCHEMA AUTHORIZATION bob"), "schema bob", "owner"), "bob");
  const Catalog inner = reading("CREATE SCHEMA s CREATE TABLE t (a int) CREATE INDEX i ON t (a)");
  EXPECT_NE(object_named(inner, "index s.i"), nullptr);
  const Catalog implied = reading("CREATE TABLE s.t (a int)");
  EXPECT_NE(object_named(implied, "schema s"), nullptr);
  EXPECT_EQ(codes_of(implied), Names{"1:14 implied-schema"});
  EXPECT_EQ(field_of(reading("COMMENT ON SCHEMA public IS 'standard public schema'"), "schema public", "comment"), "");
}

TEST(Drop, TakesPartsAlong) {
  const Catalog catalog = reading(
      "CREATE TABLE t (id serial PRIMARY KEY); CREATE INDEX ON t (id); CREATE TABLE u (t int REFERENCES t); DROP TABLE "
      "t CASCADE;"
      "CREATE TYPE e AS ENUM (); DROP TYPE e; DROP VIEW IF EXISTS nothing;");
  EXPECT_TRUE(catalog.diagnostics.empty());
  EXPECT_EQ(catalog.objects.size(), 3U);  // public, u and its column
}

TEST(Grant, ReachesColumnsOfViewsAndSequencesOfIdentities) {
  const std::string view = "CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a, b FROM t; ";
  const std::string identity = "CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY); ";
  const auto acl = [&](const std::string& sql) {
    const Catalog catalog = reading(sql);
    const auto& column = std::get<Column>(object_named(catalog, "column public.t.a")->payload);
    std::string text;
    for (const Grant& grant : column.identity->acl.grants) text += grant.grantee + " " + grant.privilege + ",";
    return text + column.identity->comment;
  };
  EXPECT_EQ(acl(identity + "GRANT SELECT ON SEQUENCE t_a_seq TO ann"), "ann SELECT,");
  EXPECT_EQ(acl(identity + "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ann"), "ann USAGE,");
  EXPECT_EQ(acl("ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO ann; " + identity), "ann USAGE,");
  EXPECT_EQ(acl(identity + "COMMENT ON SEQUENCE t_a_seq IS 'x'"), "x");
  expect_fields({
      {(view + "GRANT SELECT (a), UPDATE (a, b) ON v TO ann").c_str(), "view public.v", "column_acls",
       "[1:a:ann=SELECT,ann=UPDATE,,1:b:ann=UPDATE,,]"},
      {(view + "GRANT SELECT (a) ON v TO ann; REVOKE ALL ON v FROM ann").c_str(), "view public.v", "column_acls", "[]"},
      {"CREATE TABLE t (a int, UNIQUE (a)); COMMENT ON INDEX t_a_key IS 'x'; COMMENT ON CONSTRAINT t_a_key ON t IS 'y'",
       "unique key public.t.t_a_key", "index_comment", "x"},
      {"CREATE TABLE t (a int, UNIQUE (a)); COMMENT ON INDEX t_a_key IS 'x'; COMMENT ON CONSTRAINT t_a_key ON t IS 'y';"
       "CREATE TABLE u (LIKE t INCLUDING ALL)",
       "unique key public.u.u_a_key", "index_comment", "x"},
      {"CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a); COMMENT ON INDEX i IS 'x'; ALTER TABLE t ADD UNIQUE "
       "USING INDEX i",
       "unique key public.t.i", "index_comment", "x"},
      {"CREATE TABLE t (); ALTER TABLE t OWNER TO ann; REVOKE DELETE ON t FROM ann", "table public.t", "acl",
       "-DELETE,"},
      {"CREATE TABLE t (); REVOKE DELETE ON t FROM CURRENT_USER; ALTER TABLE t OWNER TO ann", "table public.t", "acl",
       "-DELETE,"},
      {"CREATE TABLE t (); REVOKE DELETE ON t FROM ann", "table public.t", "acl", ""},
  });
}

}  // namespace
}  // namespace trueup
