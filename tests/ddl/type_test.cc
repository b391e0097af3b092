#include "ddl/type.h"

#include <gtest/gtest.h>

#include "ddl/support.h"
#include "ddl/text.h"

namespace trueup::ddl::test {

namespace {

Object mood(std::vector<std::string> labels) {
  return object(Kind::enum_type, "mood", EnumType{.labels = std::move(labels)});
}

constexpr std::string_view make_mood = "CREATE TYPE mood AS ENUM ('sad', 'happy')";

constexpr std::string_view labels =
    "SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = 'public.mood'::regtype";

}  // namespace

TEST(EnumType, IsMadeAndDropped) {
  Object type = mood({"sad", "it's"});
  type.comment = "how\n\"it\" feels\\";
  EXPECT_SQL(
      "", created(type),
      {"CREATE TYPE public.mood AS ENUM ('sad', 'it''s')", "COMMENT ON TYPE public.mood IS E'how\n\"it\" feels\\\\'"});
  EXPECT_SQL(make_mood, dropped(type), {"DROP TYPE public.mood"});
  EXPECT_FALSE(dropped(type).front().destroys);
}

TEST(EnumType, LabelsAreAddedInTheirPlace) {
  const Statements add = altered(mood({"sad", "happy"}), mood({"dead", "sad", "so", "so-so", "happy", "mad"}));
  EXPECT_SQL(
      make_mood, add,
      {"ALTER TYPE public.mood ADD VALUE 'dead' BEFORE 'sad'", "ALTER TYPE public.mood ADD VALUE 'so' AFTER 'sad'",
       "ALTER TYPE public.mood ADD VALUE 'so-so' AFTER 'so'", "ALTER TYPE public.mood ADD VALUE 'mad'"});
  EXPECT_EQ(after(make_mood, add, labels), "dead,sad,so,so-so,happy,mad");
  for (const Statement& each : add) EXPECT_EQ(each.transaction, Transaction::commits);
}

TEST(EnumType, LabelsNeitherGoNorMoveInPlace) {
  EXPECT_EQ(texts(altered(mood({"a", "b"}), mood({"a"}))), Texts{"rebuild"});
  EXPECT_EQ(texts(altered(mood({"a", "b"}), mood({"b", "a"}))), Texts{"rebuild"});
  EXPECT_EQ(texts(altered(mood({"a", "b"}), mood({"b", "x", "a"}))), Texts{"rebuild"});
}

TEST(EnumType, IsRebuiltUnderItsColumns) {
  const Object column = child(Kind::column, "t", "m", Column{.type = "public.mood"});
  const std::string setup = std::string(make_mood) + "; CREATE TABLE t (m mood); INSERT INTO t VALUES ('sad')";
  const Object narrowed = mood({"happy", "sad"});
  Statements steps = {rename_type(narrowed.id, "mood__old")};
  append(steps, created(narrowed));
  steps.push_back(convert_column(column, "public.mood", {{}, {}}));
  append(steps, dropped(object(Kind::enum_type, "mood__old", EnumType{})));
  EXPECT_SQL(setup, steps,
             {"ALTER TYPE public.mood RENAME TO mood__old", "CREATE TYPE public.mood AS ENUM ('happy', 'sad')",
              "ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood",
              "DROP TYPE public.mood__old"});
}

TEST(EnumType, ArraysOfItAreConvertedElementByElement) {
  const Object column = child(Kind::column, "t", "m", Column{.type = "public.mood[]"});
  const std::string setup = std::string(make_mood) +
                            "; CREATE TABLE t (m mood[]); INSERT INTO t VALUES ('{sad,happy}'); "
                            "ALTER TYPE mood RENAME TO mood__old; CREATE TYPE mood AS ENUM ('happy', 'sad')";
  EXPECT_EQ(after(setup, {convert_column(column, "public.mood[]", {{}, {}})}, "SELECT m FROM public.t"), "{sad,happy}");
}

namespace {

Object pair(std::vector<Attribute> attributes) {
  return object(Kind::composite_type, "pair", CompositeType{.attributes = std::move(attributes)});
}

}  // namespace

TEST(CompositeType, IsMadeAndDropped) {
  const Object type = pair({{"x", "integer", "", "the first"}, {"Y", "text", "pg_catalog.\"C\"", ""}});
  EXPECT_SQL("", created(type),
             {"CREATE TYPE public.pair AS (x integer, \"Y\" text COLLATE pg_catalog.\"C\")",
              "COMMENT ON COLUMN public.pair.x IS 'the first'"});
  EXPECT_SQL("CREATE TYPE pair AS (x integer)", dropped(type), {"DROP TYPE public.pair"});
  EXPECT_SQL("", created(pair({})), {"CREATE TYPE public.pair AS ()"});
}

TEST(CompositeType, AttributesComeAndGo) {
  const Object old = pair({{"a", "integer", "", "one"}, {"b", "text", "", ""}, {"c", "integer", "", ""}});
  const Object now = pair({{"a", "bigint", "", ""}, {"c", "integer", "", "three"}, {"d", "date", "", "four"}});
  EXPECT_SQL("CREATE TYPE pair AS (a integer, b text, c integer)", altered(old, now),
             {"ALTER TYPE public.pair DROP ATTRIBUTE b", "ALTER TYPE public.pair ALTER ATTRIBUTE a TYPE bigint",
              "ALTER TYPE public.pair ADD ATTRIBUTE d date", "COMMENT ON COLUMN public.pair.a IS NULL",
              "COMMENT ON COLUMN public.pair.c IS 'three'", "COMMENT ON COLUMN public.pair.d IS 'four'"});
}

TEST(CompositeType, WhatMovesOrChangesTypeWhileStoredIsRebuilt) {
  const Object old = pair({{"a", "integer", "", ""}, {"b", "text", "", ""}});
  EXPECT_EQ(texts(altered(old, pair({{"b", "text", "", ""}, {"a", "integer", "", ""}}))), Texts{"rebuild"});
  EXPECT_EQ(texts(altered(old, pair({{"x", "text", "", ""}, {"a", "integer", "", ""}, {"b", "text", "", ""}}))),
            Texts{"rebuild"});
  const Object now = pair({{"a", "bigint", "", ""}, {"b", "text", "", ""}});
  const Object column = child(Kind::column, "t", "p", Column{.type = "public.pair[]"});
  const Catalog before = catalog({old, column});
  const Catalog wanted = catalog({now, column});
  EXPECT_EQ(texts(altered(old, now, {before, wanted})), Texts{"rebuild"});
}

TEST(CompositeType, StoredRowsAreConvertedAttributeByAttribute) {
  const Object old = pair({{"a", "text", "", ""}, {"b", "text", "", ""}, {"c", "text", "", ""}});
  const Object now = pair({{"b", "text", "", ""}, {"d", "date", "", ""}, {"a", "integer", "", ""}});
  const Object column = child(Kind::column, "t", "p", Column{.type = "public.pair"});
  const Catalog before = catalog({old, column});
  const Catalog wanted = catalog({now, column});
  Statements steps = {rename_type(old.id, "pair__old")};
  append(steps, created(now));
  steps.push_back(convert_column(column, "public.pair", {before, wanted}));
  EXPECT_EQ(steps.back().sql,
            "ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING CASE WHEN p IS DISTINCT FROM NULL THEN "
            "ROW((p).b, NULL::date, (p).a::integer)::public.pair END");
  const std::string_view setup =
      "CREATE TYPE pair AS (a text, b text, c text); CREATE TABLE t (p pair); INSERT INTO t VALUES (('1', 'x', 'y')), "
      "(NULL), (ROW(NULL, NULL, NULL))";
  EXPECT_EQ(after(setup, steps, "SELECT coalesce(p::text, 'none') FROM public.t"), "(x,,1)\nnone\n(,,)");
}

TEST(CompositeType, TypedTablesFollow) {
  const Object old = pair({{"a", "integer", "", ""}});
  const Object now = pair({{"a", "bigint", "", ""}, {"b", "text", "", ""}});
  const Object typed = object(Kind::table, "t", Table{.of_type = "public.pair"});
  const Catalog before = catalog({old, typed});
  const Catalog wanted = catalog({now, typed});
  EXPECT_SQL("CREATE TYPE pair AS (a integer); CREATE TABLE t OF pair", altered(old, now, {before, wanted}),
             {"ALTER TYPE public.pair ALTER ATTRIBUTE a TYPE bigint CASCADE",
              "ALTER TYPE public.pair ADD ATTRIBUTE b text CASCADE"});
}

TEST(RangeType, IsMadeAndDropped) {
  RangeType range{.subtype = "text", .subtype_opclass = "text_pattern_ops", .collation = "pg_catalog.\"C\""};
  range.multirange_type = "public.words";
  const Object type = object(Kind::range_type, "word", range);
  EXPECT_SQL("", created(type),
             {"CREATE TYPE public.word AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops, COLLATION = "
              "pg_catalog.\"C\", MULTIRANGE_TYPE_NAME = public.words)"});
  EXPECT_SQL("CREATE TYPE word AS RANGE (SUBTYPE = text)", dropped(type), {"DROP TYPE public.word"});
  const Object span =
      object(Kind::range_type, "span", RangeType{.subtype = "double precision", .subtype_diff = "float8mi"});
  EXPECT_SQL("", created(span),
             {"CREATE TYPE public.span AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = float8mi)"});
}

namespace {

Object domain(Domain payload) { return object(Kind::domain, "d", std::move(payload)); }

constexpr std::string_view make_domain = "CREATE DOMAIN d AS text DEFAULT 'a' NOT NULL";

}  // namespace

TEST(Domain, IsMadeAndDropped) {
  Domain payload{
      .type = "text", .collation = "pg_catalog.\"C\"", .default_value = sql("'a'::text COLLATE pg_catalog.\"C\"")};
  payload.not_null = true;
  EXPECT_SQL(
      "", created(domain(payload)),
      {"CREATE DOMAIN public.d AS text COLLATE pg_catalog.\"C\" DEFAULT ('a'::text COLLATE pg_catalog.\"C\") NOT "
       "NULL"});
  EXPECT_SQL(make_domain, dropped(domain(payload)), {"DROP DOMAIN public.d"});
}

TEST(Domain, DefaultAndNotNullChangeInPlace) {
  const Object old = domain({.type = "text", .default_value = sql("'a'"), .not_null = true});
  const Object now = domain({.type = "text", .default_value = sql("'b'"), .not_null = false});
  EXPECT_SQL(make_domain, altered(old, now),
             {"ALTER DOMAIN public.d SET DEFAULT 'b'", "ALTER DOMAIN public.d DROP NOT NULL"});
  EXPECT_SQL("CREATE DOMAIN d AS text DEFAULT 'a'",
             altered(domain({.type = "text", .default_value = sql("'a'")}), domain({.type = "text", .not_null = true})),
             {"ALTER DOMAIN public.d DROP DEFAULT", "ALTER DOMAIN public.d SET NOT NULL"});
}

TEST(DomainCheck, IsMadeValidatedAndDropped) {
  Object check = child(Kind::domain_check, "d", "short", DomainCheck{.expression = sql("length(VALUE) < 9")});
  check.comment = "not too long";
  Object not_valid = check;
  std::get<DomainCheck>(not_valid.payload).not_valid = true;
  EXPECT_SQL(make_domain, created(not_valid),
             {"ALTER DOMAIN public.d ADD CONSTRAINT short CHECK (length(VALUE) < 9) NOT VALID",
              "COMMENT ON CONSTRAINT short ON DOMAIN public.d IS 'not too long'"});
  const std::string setup =
      std::string(make_domain) + "; ALTER DOMAIN d ADD CONSTRAINT short CHECK (VALUE > '') NOT VALID";
  EXPECT_SQL(setup, altered(not_valid, check), {"ALTER DOMAIN public.d VALIDATE CONSTRAINT short"});
  EXPECT_EQ(texts(altered(check, not_valid)), Texts{"rebuild"});
  EXPECT_SQL(setup, dropped(check), {"ALTER DOMAIN public.d DROP CONSTRAINT short"});
}

}  // namespace trueup::ddl::test
