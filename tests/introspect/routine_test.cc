#include "introspect/support.h"

namespace trueup::introspect {
namespace {

TEST(Routine, DefaultsOfAPlainFunction) {
  const Catalog catalog = read_after("CREATE FUNCTION public.f(int) RETURNS int LANGUAGE sql AS ' SELECT $1 '");
  const auto& f = get<Routine>(catalog, "function public.f(integer)");
  EXPECT_EQ(f.language, "sql");
  ASSERT_EQ(f.parameters.size(), 1U);
  EXPECT_EQ(f.parameters[0].mode, "in");
  EXPECT_EQ(f.parameters[0].name, "");
  EXPECT_EQ(f.parameters[0].type, "integer");
  EXPECT_EQ(f.returns, "integer");
  EXPECT_FALSE(f.returns_set);
  EXPECT_EQ(f.body, " SELECT $1 ");
  EXPECT_TRUE(f.sql_body.empty());
  EXPECT_EQ(f.library, "");
  EXPECT_FALSE(f.window);
  EXPECT_EQ(f.volatility, "volatile");
  EXPECT_FALSE(f.strict);
  EXPECT_FALSE(f.security_definer);
  EXPECT_FALSE(f.leakproof);
  EXPECT_EQ(f.parallel, "unsafe");
  EXPECT_EQ(f.cost, 100);
  EXPECT_EQ(f.rows, 0);
  EXPECT_EQ(f.support, "");
  EXPECT_TRUE(f.transforms.empty());
  EXPECT_TRUE(f.settings.empty());
  EXPECT_EQ(shown(object(catalog, "function public.f(integer)").acl), "PUBLIC EXECUTE");
}

TEST(Routine, EveryAttribute) {
  const Catalog catalog = read_after(
      "CREATE FUNCTION public.f(a int, OUT o text, INOUT io int DEFAULT 3, VARIADIC \"V v\" varchar(10)[] DEFAULT "
      "'{x}')"
      " RETURNS SETOF record LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL RESTRICTED COST 5 ROWS "
      "7"
      " SUPPORT generate_series_int4_support SET search_path = public, \"A b\" SET work_mem = '5MB' AS 'begin end';"
      "COMMENT ON FUNCTION public.f(int, int, varchar[]) IS 'much'");
  const auto& f = get<Routine>(catalog, "function public.f(integer,integer,character varying[])");
  ASSERT_EQ(f.parameters.size(), 4U);
  EXPECT_EQ(f.parameters[1].mode, "out");
  EXPECT_EQ(f.parameters[1].name, "o");
  EXPECT_TRUE(f.parameters[1].default_value.empty());
  EXPECT_EQ(f.parameters[2].mode, "inout");
  EXPECT_EQ(f.parameters[2].default_value.text, "3");
  EXPECT_EQ(f.parameters[3].mode, "variadic");
  EXPECT_EQ(f.parameters[3].name, "V v");
  EXPECT_EQ(f.parameters[3].type, "character varying[]");
  EXPECT_EQ(f.parameters[3].default_value.text, "'{x}'::character varying[]");
  EXPECT_EQ(f.returns, "record");
  EXPECT_TRUE(f.returns_set);
  EXPECT_EQ(f.volatility, "stable");
  EXPECT_TRUE(f.strict);
  EXPECT_TRUE(f.security_definer);
  EXPECT_TRUE(f.leakproof);
  EXPECT_EQ(f.parallel, "restricted");
  EXPECT_EQ(f.cost, 5);
  EXPECT_EQ(f.rows, 7);
  EXPECT_EQ(f.support, "generate_series_int4_support");
  const std::vector<Setting> settings = {{"search_path", "'public', 'A b'"}, {"work_mem", "'5MB'"}};
  EXPECT_EQ(f.settings, settings);
  EXPECT_EQ(object(catalog, "function public.f(integer,integer,character varying[])").comment, "much");
}

TEST(Routine, BodiesOfEveryLanguage) {
  const Catalog catalog = read_after(
      "CREATE TABLE public.t (a int);"
      "CREATE FUNCTION public.one() RETURNS bigint IMMUTABLE PARALLEL SAFE RETURN 1 + 2;"
      "CREATE FUNCTION public.rows(x public.t) RETURNS TABLE (k int, v text) BEGIN ATOMIC SELECT a, 'x' FROM public.t; "
      "END;"
      "CREATE FUNCTION public.c(int) RETURNS int LANGUAGE internal AS 'int4um';"
      "CREATE PROCEDURE public.p(a int, INOUT b int) LANGUAGE plpgsql AS 'begin end';"
      "CREATE FUNCTION public.w() RETURNS bigint LANGUAGE internal WINDOW AS 'window_row_number'");
  const auto& one = get<Routine>(catalog, "function public.one()");
  EXPECT_EQ(one.sql_body.text, "RETURN (1 + 2)");
  EXPECT_EQ(one.body, "");
  EXPECT_EQ(one.parallel, "safe");
  const auto& rows = get<Routine>(catalog, "function public.rows(public.t)");
  EXPECT_TRUE(rows.sql_body.text.starts_with("BEGIN ATOMIC")) << rows.sql_body.text;
  EXPECT_EQ(rows.rows, 1000);
  EXPECT_EQ(rows.parameters[1].mode, "table");
  EXPECT_EQ(references(catalog, "function public.rows(public.t)"), "table public.t, column public.t.a");
  EXPECT_EQ(get<Routine>(catalog, "function public.c(integer)").body, "int4um");
  EXPECT_EQ(get<Routine>(catalog, "function public.c(integer)").cost, 1);
  EXPECT_EQ(get<Routine>(catalog, "procedure public.p(integer,integer)").returns, "");
  EXPECT_TRUE(get<Routine>(catalog, "function public.w()").window);
}

}  // namespace
}  // namespace trueup::introspect
