#include "introspect/support.h"

namespace trueup::introspect {
namespace {

TEST(Enum, LabelsInTheirOrder) {
  const Catalog catalog = read_after(
      "CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'it''s, \"fine\"'); ALTER TYPE public.mood ADD VALUE 'best' "
      "BEFORE 'sad';"
      "CREATE TYPE public.empty AS ENUM (); COMMENT ON TYPE public.mood IS 'how'");
  EXPECT_EQ(get<EnumType>(catalog, "enum type public.mood").labels,
            (std::vector<std::string>{"best", "sad", "ok", "it's, \"fine\""}));
  EXPECT_TRUE(get<EnumType>(catalog, "enum type public.empty").labels.empty());
  EXPECT_EQ(object(catalog, "enum type public.mood").comment, "how");
  EXPECT_EQ(shown(object(catalog, "enum type public.mood").acl), "PUBLIC USAGE");
}

TEST(Composite, AttributesWithTypesCollationsAndComments) {
  const Catalog catalog = read_after(
      "CREATE TYPE public.pair AS (a numeric(3,1), gone int, \"B c\" text COLLATE \"C\"); ALTER TYPE public.pair DROP "
      "ATTRIBUTE gone;"
      "COMMENT ON COLUMN public.pair.\"B c\" IS 'second'");
  const auto& attributes = get<CompositeType>(catalog, "composite type public.pair").attributes;
  ASSERT_EQ(attributes.size(), 2U);
  EXPECT_EQ(attributes[0].name, "a");
  EXPECT_EQ(attributes[0].type, "numeric(3,1)");
  EXPECT_EQ(attributes[0].collation, "");
  EXPECT_EQ(attributes[1].name, "B c");
  EXPECT_EQ(attributes[1].collation, "pg_catalog.\"C\"");
  EXPECT_EQ(attributes[1].comment, "second");
}

TEST(Range, EveryClause) {
  const Catalog catalog = read_after(
      "CREATE FUNCTION public.diff(float8, float8) RETURNS float8 IMMUTABLE LANGUAGE sql RETURN $1 - $2;"
      "CREATE TYPE public.plain AS RANGE (subtype = int4);"
      "CREATE TYPE public.fr AS RANGE (subtype = float8, subtype_diff = public.diff, multirange_type_name = "
      "public.many);"
      "CREATE TYPE public.tr AS RANGE (subtype = text, collation = \"C\", subtype_opclass = text_pattern_ops)");
  const auto& plain = get<RangeType>(catalog, "range type public.plain");
  EXPECT_EQ(plain.subtype, "integer");
  EXPECT_EQ(plain.subtype_opclass, "");
  EXPECT_EQ(plain.multirange_type, "public.plain_multirange");
  const auto& fr = get<RangeType>(catalog, "range type public.fr");
  EXPECT_EQ(fr.subtype_diff, "public.diff");
  EXPECT_EQ(fr.multirange_type, "public.many");
  const auto& tr = get<RangeType>(catalog, "range type public.tr");
  EXPECT_EQ(tr.collation, "pg_catalog.\"C\"");
  EXPECT_EQ(tr.subtype_opclass, "text_pattern_ops");
  // Its constructors and casts come and go with it.
  EXPECT_FALSE(has(catalog, "function public.plain(integer,integer)"));
  EXPECT_EQ(diagnosed(catalog, "not-managed"), "");
  EXPECT_EQ(references(catalog, "range type public.fr"), "function public.diff(double precision,double precision)");
}

TEST(Domain, WithChecks) {
  const Catalog catalog = read_after(
      "CREATE DOMAIN public.email AS varchar(100) COLLATE \"C\" DEFAULT 'a@b' NOT NULL CONSTRAINT at CHECK (VALUE ~ "
      "'@');"
      "ALTER DOMAIN public.email ADD CONSTRAINT later CHECK (length(VALUE) > 2) NOT VALID;"
      "CREATE DOMAIN public.plain AS int[];"
      "COMMENT ON DOMAIN public.email IS 'mail'; COMMENT ON CONSTRAINT at ON DOMAIN public.email IS 'an at'");
  const auto& email = get<Domain>(catalog, "domain public.email");
  EXPECT_EQ(email.type, "character varying(100)");
  EXPECT_EQ(email.collation, "pg_catalog.\"C\"");
  EXPECT_EQ(email.default_value.text, "'a@b'::character varying");
  EXPECT_TRUE(email.not_null);
  EXPECT_EQ(object(catalog, "domain public.email").comment, "mail");
  const auto& check = get<DomainCheck>(catalog, "domain check public.email.at");
  EXPECT_EQ(check.expression.text, "((VALUE)::text ~ '@'::text)");
  EXPECT_FALSE(check.not_valid);
  EXPECT_EQ(object(catalog, "domain check public.email.at").comment, "an at");
  EXPECT_TRUE(get<DomainCheck>(catalog, "domain check public.email.later").not_valid);
  EXPECT_EQ(references(catalog, "domain check public.email.at"), "domain public.email");
  const auto& plain = get<Domain>(catalog, "domain public.plain");
  EXPECT_EQ(plain.type, "integer[]");
  EXPECT_TRUE(plain.default_value.empty());
  EXPECT_FALSE(plain.not_null);
}

}  // namespace
}  // namespace trueup::introspect
