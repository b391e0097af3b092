#include "ddl/inherited.h"

#include <gtest/gtest.h>

#include "ddl/support.h"

namespace trueup::ddl::test {

namespace {

constexpr std::string_view tree =
    "CREATE TABLE p (k integer, c integer DEFAULT 1) PARTITION BY LIST (k); CREATE TABLE m PARTITION OF p DEFAULT "
    "PARTITION BY LIST (k); CREATE TABLE l PARTITION OF m DEFAULT";

constexpr std::string_view defaults_of_all =
    "SELECT attrelid::regclass::text || ' ' || pg_get_expr(adbin, adrelid) FROM pg_attribute JOIN pg_attrdef ON "
    "adrelid = attrelid AND adnum = attnum WHERE attname = 'c' ORDER BY 1";

/// Column c of p, or of a partition below it.
Object column(std::string_view table, Column payload, std::string_view parent = {}) {
  Object made = child(Kind::column, table, "c", std::move(payload));
  if (!parent.empty()) made.inherited_from = column_id("public", parent, "c");
  return made;
}

Column with_default(std::string_view text) { return {.type = "integer", .default_value = sql(text)}; }

}  // namespace

TEST(Inherited, DefaultsOfChildrenThatWantAnotherAreSaidAgain) {
  const Catalog before = catalog(
      {column("p", with_default("1")), column("m", with_default("5"), "p"), column("l", with_default("1"), "m")});
  const Catalog wanted = catalog(
      {column("p", with_default("2")), column("m", with_default("5"), "p"), column("l", with_default("2"), "m")});
  const Object& from = *before.find(column_id("public", "p", "c"));
  const Object& to = *wanted.find(column_id("public", "p", "c"));
  const std::string setup = std::string(tree) + "; ALTER TABLE ONLY m ALTER c SET DEFAULT 5";
  const Statements change = altered(from, to, {before, wanted});
  EXPECT_SQL(setup, change,
             {"ALTER TABLE public.p ALTER COLUMN c SET DEFAULT 2", "ALTER TABLE public.m ALTER COLUMN c SET DEFAULT 5",
              "ALTER TABLE public.l ALTER COLUMN c SET DEFAULT 2"});
  EXPECT_EQ(after(setup, change, defaults_of_all), "public.l 2\npublic.m 5\npublic.p 2");
}

TEST(Inherited, ChildrenThatFollowAreLeftAlone) {
  const Catalog before = catalog({column("p", with_default("1")), column("m", with_default("1"), "p")});
  const Catalog wanted = catalog({column("p", with_default("2")), column("m", with_default("2"), "p")});
  EXPECT_SQL(tree,
             altered(*before.find(column_id("public", "p", "c")), *wanted.find(column_id("public", "p", "c")),
                     {before, wanted}),
             {"ALTER TABLE public.p ALTER COLUMN c SET DEFAULT 2"});
}

TEST(Inherited, ANewTypeRestoresWhatChildrenHadForThemselves) {
  Column plain{.type = "character varying"};
  Column own = plain;
  own.storage = "external";
  own.compression = "pglz";
  own.default_value = sql("'x'");
  Column wide{.type = "text", .default_value = sql("'y'")};
  Column wide_own = own;
  wide_own.type = "text";
  const Catalog before = catalog({column("p", plain), column("m", own, "p")});
  const Catalog wanted = catalog({column("p", wide), column("m", wide_own, "p")});
  const std::string_view setup =
      "CREATE TABLE p (k integer, c character varying) PARTITION BY LIST (k); CREATE TABLE m PARTITION OF p DEFAULT; "
      "ALTER TABLE m ALTER c SET DEFAULT 'x', ALTER c SET STORAGE external, ALTER c SET COMPRESSION pglz";
  EXPECT_SQL(setup,
             altered(*before.find(column_id("public", "p", "c")), *wanted.find(column_id("public", "p", "c")),
                     {before, wanted}),
             {"ALTER TABLE public.p ALTER COLUMN c TYPE text", "ALTER TABLE public.p ALTER COLUMN c SET DEFAULT 'y'",
              "ALTER TABLE public.m ALTER COLUMN c SET DEFAULT 'x'",
              "ALTER TABLE public.m ALTER COLUMN c SET STORAGE external",
              "ALTER TABLE public.m ALTER COLUMN c SET COMPRESSION pglz"});
}

TEST(Inherited, NotNullAndStatisticsReachChildren) {
  Column strict = with_default("1");
  strict.not_null = true;
  strict.statistics_target = 50;
  Column old = with_default("1");
  old.not_null = true;
  Column loose = with_default("1");
  const std::string_view setup = "CREATE TABLE p (c integer DEFAULT 1 NOT NULL); CREATE TABLE m () INHERITS (p)";
  const Catalog before = catalog({column("p", old), column("m", old, "p")});
  const Catalog wanted = catalog({column("p", loose), column("m", strict, "p")});
  const Statements change = altered(*before.find(column_id("public", "p", "c")),
                                    *wanted.find(column_id("public", "p", "c")), {before, wanted});
  EXPECT_SQL(setup, change,
             {"ALTER TABLE public.p ALTER COLUMN c DROP NOT NULL", "ALTER TABLE public.m ALTER COLUMN c SET NOT NULL"});
  EXPECT_TRUE(field_rule(Kind::column, "statistics_target").reaches_children);
  EXPECT_FALSE(field_rule(Kind::column, "compression").reaches_children);
  EXPECT_FALSE(field_rule(Kind::column, "options").reaches_children);
  EXPECT_FALSE(field_rule(Kind::column, "comment").reaches_children);
}

TEST(Inherited, WhatAChildHasForItselfFollowsItsParentsStatement) {
  const Object parent = object(Kind::index, "pi", Index{.table = id(Kind::table, "p"), .elements = {on("c")}});
  Object index = object(Kind::index, "l_c_idx", Index{.table = id(Kind::table, "l"), .elements = {on("c")}});
  std::get<Index>(index.payload).options = {{"fillfactor", "70"}};
  index.inherited_from = parent.id;
  index.comment = "the leaf's";
  const Catalog wanted = catalog({parent, index});
  EXPECT_SQL(std::string(tree) + "; CREATE INDEX pi ON p (c)", inherited_extras(index, {{}, wanted}),
             {"ALTER INDEX public.l_c_idx SET (fillfactor=70)", "COMMENT ON INDEX public.l_c_idx IS 'the leaf''s'"});
  const Object trigger = child(Kind::trigger, "p", "tr", Trigger{.timing = "before", .events = {"insert"}});
  Object copy = child(Kind::trigger, "l", "tr", Trigger{.timing = "before", .events = {"insert"}});
  std::get<Trigger>(copy.payload).enabled = "disabled";
  copy.inherited_from = trigger.id;
  const Catalog triggers = catalog({trigger, copy});
  EXPECT_SQL(std::string(tree) +
                 "; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; "
                 "CREATE TRIGGER tr BEFORE INSERT ON p FOR EACH ROW EXECUTE FUNCTION f()",
             inherited_extras(copy, {{}, triggers}), {"ALTER TABLE public.l DISABLE TRIGGER tr"});
  EXPECT_TRUE(inherited_extras(trigger, {{}, triggers}).empty());
}

TEST(Inherited, OptionsOfPartitionedIndexesNeedARebuild) {
  Table partitioned{.access_method = ""};
  partitioned.partition_key = PartitionKey{.strategy = "list", .elements = {on("k")}};
  const Object table = object(Kind::table, "p", partitioned);
  const Object old = object(Kind::index, "pi", Index{.table = table.id, .elements = {on("c")}});
  Object now = old;
  std::get<Index>(now.payload).options = {{"fillfactor", "70"}};
  const Catalog before = catalog({table, old});
  EXPECT_EQ(texts(altered(old, now, {before, before})), Texts{"rebuild"});
  const Object key = child(Kind::unique_key, "p", "c", Key{.columns = {"k"}});
  Object other = key;
  std::get<Key>(other.payload).options = {{"fillfactor", "70"}};
  EXPECT_EQ(texts(altered(key, other, {before, before})), Texts{"rebuild"});
}

}  // namespace trueup::ddl::test
