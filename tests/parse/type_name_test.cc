#include "parse/reading.h"

namespace trueup {
namespace {

struct TypeCase {
  const char* written;
  const char* stored;
};

TEST(TypeName, IsWhatFormatTypePrints) {
  const TypeCase cases[] = {
      {"int", "integer"},
      {"int8", "bigint"},
      {"smallint[]", "smallint[]"},
      {"integer[3][4]", "integer[]"},
      {"_text", "text[]"},
      {"bool", "boolean"},
      {"float", "double precision"},
      {"float(3)", "real"},
      {"decimal", "numeric"},
      {"numeric(5)", "numeric(5,0)"},
      {"numeric(3,-2)", "numeric(3,-2)"},
      {"varchar", "character varying"},
      {"varchar(10)[]", "character varying(10)[]"},
      {"char", "character(1)"},
      {"character(7)", "character(7)"},
      {"bpchar", "bpchar"},
      {"\"char\"", "\"char\""},
      {"bit", "bit(1)"},
      {"bit varying(4)", "bit varying(4)"},
      {"timestamp", "timestamp without time zone"},
      {"timestamptz(3)", "timestamp(3) with time zone"},
      {"timestamp(9)", "timestamp(6) without time zone"},
      {"time(0) with time zone", "time(0) with time zone"},
      {"interval", "interval"},
      {"interval(6)", "interval(6)"},
      {"interval day to second(3)", "interval day to second(3)"},
      {"interval year to month", "interval year to month"},
      {"json", "json"},
      {"pg_catalog.text", "text"},
      {"mood", "public.mood"},
      {"mood[]", "public.mood[]"},
      {"app.\"Mixed\"", "app.\"Mixed\""},
  };
  for (const TypeCase& c : cases) {
    const Catalog catalog = reading(
        "CREATE SCHEMA app; CREATE TYPE mood AS ENUM (); CREATE TYPE app.\"Mixed\" AS (a int);"
        "CREATE TABLE t (c " +
        std::string(c.written) + ");");
    EXPECT_EQ(field_of(catalog, "column public.t.c", "type"), c.stored) << c.written;
    EXPECT_TRUE(catalog.diagnostics.empty()) << to_string(catalog.diagnostics.front());
  }
}

TEST(TypeName, UnknownOneIsAnError) {
  const Catalog catalog = reading("CREATE TABLE t (a nowhere);");
  EXPECT_EQ(codes_of(catalog), std::vector<std::string>{"1:19 unknown-name"});
}

TEST(TypeName, MemberOfAStatedExtensionLivesInItsSchema) {
  expect_fields({
      {"CREATE SCHEMA ext; CREATE EXTENSION citext SCHEMA ext; CREATE TABLE t (a citext)", "column public.t.a", "type",
       "ext.citext"},
      {"CREATE EXTENSION postgis; CREATE TABLE t (a geometry(point, 4326))", "column public.t.a", "type",
       "public.geometry(Point,4326)"},
      {"CREATE EXTENSION postgis; CREATE TABLE t (a geography(MULTIPOLYGONZ))", "column public.t.a", "type",
       "public.geography(MultiPolygonZ,4326)"},
  });
}

}  // namespace
}  // namespace trueup
