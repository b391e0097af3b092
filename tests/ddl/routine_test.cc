#include <gtest/gtest.h>

#include "ddl/support.h"

namespace trueup::ddl::test {

namespace {

Object function(Routine payload, std::string signature = "") {
  Object made = object(Kind::function, "f", std::move(payload));
  made.id.signature = std::move(signature);
  return made;
}

Object procedure(Routine payload, std::string signature = "") {
  Object made = function(std::move(payload), std::move(signature));
  made.id.kind = Kind::procedure;
  return made;
}

Parameter in(std::string name, std::string type, std::string_view value = {}) {
  return {.mode = "in", .name = std::move(name), .type = std::move(type), .default_value = sql(value)};
}

Parameter with_mode(std::string mode, std::string name, std::string type) {
  return {.mode = std::move(mode), .name = std::move(name), .type = std::move(type)};
}

Routine simple() { return {.language = "sql", .returns = "integer", .body = "SELECT 1"}; }

constexpr std::string_view make_f = "CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1'";

}  // namespace

TEST(Routine, SaysOnlyWhatIsNotImplied) {
  EXPECT_SQL("", created(function(simple())),
             {"CREATE FUNCTION public.f() RETURNS integer\n LANGUAGE sql\nAS $$SELECT 1$$"});
  Routine full{
      .language = "plpgsql",
      .parameters = {in("a", "integer"), in("", "text", "'x'::text"), with_mode("variadic", "rest", "integer[]")},
      .returns = "integer",
      .returns_set = true,
      .body = "\nBEGIN\n  RETURN NEXT '$$'::text;\nEND\n"};
  full.volatility = "stable";
  full.strict = true;
  full.security_definer = true;
  full.leakproof = true;
  full.parallel = "safe";
  full.cost = 12.5;
  full.rows = 7;
  full.settings = {{"search_path", "'public', 'pg_temp'"}, {"work_mem", "'1MB'"}, {"my.setting", "'x y'"}};
  // A parameter after one with a default needs one, too: variadic ones are let off.
  full.parameters.pop_back();
  EXPECT_SQL("", created(function(full, "integer,text")),
             {"CREATE FUNCTION public.f(a integer, text DEFAULT 'x'::text) RETURNS SETOF integer\n LANGUAGE plpgsql "
              "STABLE LEAKPROOF STRICT SECURITY DEFINER PARALLEL SAFE COST 12.5 ROWS 7\n SET search_path TO "
              "'public', 'pg_temp'\n SET work_mem TO '1MB'\n SET my.setting TO 'x y'\nAS $body$\nBEGIN\n  RETURN NEXT "
              "'$$'::text;\nEND\n$body$"});
}

TEST(Routine, ParametersOfEveryMode) {
  Routine out{.language = "sql",
              .parameters = {in("a", "integer"), with_mode("out", "b", "integer"), with_mode("inout", "c", "text"),
                             with_mode("variadic", "rest", "integer[]")},
              .returns = "record",
              .body = "SELECT 1, 'x'"};
  EXPECT_SQL("", created(function(out, "integer,text,integer[]")),
             {"CREATE FUNCTION public.f(a integer, OUT b integer, INOUT c text, VARIADIC rest integer[]) RETURNS "
              "record\n LANGUAGE sql\nAS $$SELECT 1, 'x'$$"});
  Routine table{.language = "sql",
                .parameters = {in("a", "integer"), with_mode("table", "x", "integer"), with_mode("table", "Y", "text")},
                .returns = "record",
                .returns_set = true,
                .body = "SELECT 1, 'x'",
                .rows = 1000};
  EXPECT_SQL("", created(function(table, "integer")),
             {"CREATE FUNCTION public.f(a integer) RETURNS TABLE(x integer, \"Y\" text)\n LANGUAGE sql\nAS $$SELECT 1, "
              "'x'$$"});
}

TEST(Routine, BodiesOfEveryForm) {
  Routine standard = simple();
  standard.body.clear();
  standard.sql_body = sql("RETURN 1");
  EXPECT_SQL("", created(function(standard)), {"CREATE FUNCTION public.f() RETURNS integer\n LANGUAGE sql\nRETURN 1"});
  standard.sql_body = sql("BEGIN ATOMIC\n SELECT 1;\nEND");
  EXPECT_SQL("", created(function(standard)),
             {"CREATE FUNCTION public.f() RETURNS integer\n LANGUAGE sql\nBEGIN ATOMIC\n SELECT 1;\nEND"});
  Routine internal{.language = "internal", .parameters = {in("", "integer")}, .returns = "integer", .body = "int4abs"};
  internal.cost = 1;
  EXPECT_SQL("", created(function(internal, "integer")),
             {"CREATE FUNCTION public.f(integer) RETURNS integer\n LANGUAGE internal\nAS $$int4abs$$"});
  Routine c{.language = "c", .returns = "trigger", .body = "plpgsql_call_handler", .library = "$libdir/plpgsql"};
  c.cost = 1;
  EXPECT_SQL("", created(function(c)),
             {"CREATE FUNCTION public.f() RETURNS trigger\n LANGUAGE c\nAS '$libdir/plpgsql', 'plpgsql_call_handler'"});
}

TEST(Routine, SupportWindowAndTransforms) {
  Routine support = simple();
  support.support = "pg_catalog.generate_series_int4_support";
  support.returns_set = true;
  support.rows = 1000;
  EXPECT_SQL("", created(function(support)),
             {"CREATE FUNCTION public.f() RETURNS SETOF integer\n LANGUAGE sql SUPPORT "
              "pg_catalog.generate_series_int4_support\nAS $$SELECT 1$$"});
  Routine window{.language = "internal", .returns = "bigint", .body = "window_row_number", .window = true};
  window.cost = 1;
  EXPECT_SQL("", created(function(window)),
             {"CREATE FUNCTION public.f() RETURNS bigint\n LANGUAGE internal WINDOW\nAS $$window_row_number$$"});
  Routine transformed{.language = "plpgsql", .returns = "integer", .body = "BEGIN RETURN 1; END"};
  transformed.transforms = {"public.x", "text"};
  EXPECT_EQ(texts(created(function(transformed))),
            Texts{"CREATE FUNCTION public.f() RETURNS integer\n LANGUAGE plpgsql TRANSFORM FOR TYPE public.x, FOR TYPE "
                  "text\nAS $$BEGIN RETURN 1; END$$"});
}

TEST(Routine, Procedures) {
  Routine payload{.language = "plpgsql",
                  .parameters = {in("a", "integer"), with_mode("out", "b", "integer"), with_mode("inout", "c", "text")},
                  .body = "BEGIN b := 1; END"};
  payload.security_definer = true;
  Object made = procedure(payload, "integer,text");
  made.comment = "does";
  EXPECT_SQL("", created(made),
             {"CREATE PROCEDURE public.f(a integer, OUT b integer, INOUT c text)\n LANGUAGE plpgsql SECURITY "
              "DEFINER\nAS $$BEGIN b := 1; END$$",
              "COMMENT ON PROCEDURE public.f(integer,text) IS 'does'"});
  const std::string_view setup =
      "CREATE PROCEDURE f(a integer, OUT b integer, INOUT c text) LANGUAGE plpgsql AS 'BEGIN b := 1; END'";
  EXPECT_SQL(setup, dropped(made), {"DROP PROCEDURE public.f(integer,text)"});
  Object owned = made;
  owned.owner = "pg_monitor";
  EXPECT_SQL(setup, altered(made, owned), {"ALTER PROCEDURE public.f(integer,text) OWNER TO pg_monitor"});
}

TEST(Routine, DropNamesItsInputTypes) {
  const Object made = function({.language = "sql", .returns = "integer"}, "integer,public.mood[],\"char\"");
  EXPECT_SQL(
      "CREATE TYPE mood AS ENUM (); CREATE FUNCTION f(integer, mood[], \"char\") RETURNS integer LANGUAGE sql AS "
      "'SELECT 1'",
      dropped(made), {"DROP FUNCTION public.f(integer,public.mood[],\"char\")"});
}

TEST(Routine, EverythingInOneStatementWhateverChanged) {
  Routine now = simple();
  now.body = "SELECT 2";
  now.volatility = "immutable";
  now.cost = 5;
  now.settings = {{"work_mem", "'1MB'"}};
  EXPECT_SQL(make_f, altered(function(simple()), function(now)),
             {"CREATE OR REPLACE FUNCTION public.f() RETURNS integer\n LANGUAGE sql IMMUTABLE COST 5\n SET work_mem TO "
              "'1MB'\nAS $$SELECT 2$$"});
  Routine other = simple();
  other.language = "plpgsql";
  other.body = "BEGIN RETURN 1; END";
  EXPECT_SQL(make_f, altered(function(simple()), function(other)),
             {"CREATE OR REPLACE FUNCTION public.f() RETURNS integer\n LANGUAGE plpgsql\nAS $$BEGIN RETURN 1; END$$"});
}

namespace {

Object with_parameters(std::vector<Parameter> parameters, std::string returns = "integer") {
  Routine payload = simple();
  payload.parameters = std::move(parameters);
  payload.returns = std::move(returns);
  return function(payload, "integer");
}

}  // namespace

TEST(Routine, ParametersChangeInPlaceWhereTheServerAllowsIt) {
  const Object unnamed = with_parameters({in("", "integer")});
  const Object named = with_parameters({in("a", "integer", "1")});
  EXPECT_SQL("CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'", altered(unnamed, named),
             {"CREATE OR REPLACE FUNCTION public.f(a integer DEFAULT 1) RETURNS integer\n LANGUAGE sql\nAS $$SELECT "
              "1$$"});
  EXPECT_EQ(texts(altered(named, with_parameters({in("b", "integer", "1")}))), Texts{"rebuild"});
  EXPECT_EQ(texts(altered(named, with_parameters({in("", "integer", "1")}))), Texts{"rebuild"});
  EXPECT_EQ(texts(altered(named, with_parameters({in("a", "integer")}))), Texts{"rebuild"});
  EXPECT_EQ(texts(altered(named, with_parameters({in("a", "integer", "1")}, "bigint"))), Texts{"rebuild"});
  const Object out = with_parameters({in("a", "integer"), with_mode("out", "b", "integer")});
  EXPECT_EQ(texts(altered(with_parameters({in("a", "integer")}), out)), Texts{"rebuild"});
  EXPECT_EQ(texts(altered(out, with_parameters({in("a", "integer"), with_mode("out", "c", "integer")}))),
            Texts{"rebuild"});
}

}  // namespace trueup::ddl::test
