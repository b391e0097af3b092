#include "ddl/constraint.h"

#include <gtest/gtest.h>

#include "ddl/support.h"

namespace trueup::ddl::test {

namespace {

Object constraint(Kind kind, Payload payload) { return child(kind, "t", "c", std::move(payload)); }

constexpr std::string_view two_columns = "CREATE TABLE t (a integer, b integer, r int4range)";

Key full_key() {
  return {.columns = {"a"},
          .include = {"b"},
          .nulls_not_distinct = false,
          .deferrable = true,
          .initially_deferred = true,
          .options = {{"fillfactor", "70"}},
          .tablespace = "pg_default"};
}

}  // namespace

TEST(Key, IsMadeAndDropped) {
  EXPECT_SQL(two_columns, created(constraint(Kind::primary_key, Key{.columns = {"a", "b"}})),
             {"ALTER TABLE public.t ADD CONSTRAINT c PRIMARY KEY (a, b)"});
  EXPECT_SQL(two_columns, created(constraint(Kind::primary_key, full_key())),
             {"ALTER TABLE public.t ADD CONSTRAINT c PRIMARY KEY (a) INCLUDE (b) WITH (fillfactor=70) USING INDEX "
              "TABLESPACE pg_default DEFERRABLE INITIALLY DEFERRED"});
  Key distinct{.columns = {"a"}};
  distinct.nulls_not_distinct = true;
  Object unique = constraint(Kind::unique_key, distinct);
  unique.comment = "one null";
  EXPECT_SQL(two_columns, created(unique),
             {"ALTER TABLE public.t ADD CONSTRAINT c UNIQUE NULLS NOT DISTINCT (a)",
              "COMMENT ON CONSTRAINT c ON public.t IS 'one null'"});
  EXPECT_SQL("CREATE TABLE t (a integer CONSTRAINT c UNIQUE)", dropped(unique),
             {"ALTER TABLE public.t DROP CONSTRAINT c"});
}

TEST(Key, ItsIndexChangesInPlace) {
  Key now{.columns = {"a"}, .options = {{"fillfactor", "70"}}};
  EXPECT_SQL("CREATE TABLE t (a integer CONSTRAINT c UNIQUE)",
             altered(constraint(Kind::unique_key, Key{.columns = {"a"}}), constraint(Kind::unique_key, now)),
             {"ALTER INDEX public.c SET (fillfactor=70)"});
  Key moved{.columns = {"a"}};
  moved.tablespace = "fast";
  EXPECT_EQ(texts(altered(constraint(Kind::unique_key, Key{.columns = {"a"}}), constraint(Kind::unique_key, moved))),
            Texts{"ALTER INDEX public.c SET TABLESPACE fast"});
  EXPECT_SQL("CREATE TABLE t (a integer CONSTRAINT c UNIQUE)",
             altered(constraint(Kind::unique_key, moved), constraint(Kind::unique_key, Key{.columns = {"a"}})),
             {"ALTER INDEX public.c SET TABLESPACE pg_default"});
}

TEST(Key, OnAPartitionIsAttached) {
  Object key = constraint(Kind::unique_key, Key{.columns = {"a"}});
  key.inherited_from = key.id;
  key.inherited_from->parent = "p";
  key.inherited_from->name = "pc";
  const Statements make = created(key);
  EXPECT_SQL(
      "CREATE TABLE p (a integer) PARTITION BY LIST (a); CREATE TABLE t PARTITION OF p DEFAULT; ALTER TABLE "
      "ONLY p ADD CONSTRAINT pc UNIQUE (a)",
      make, {"ALTER TABLE public.t ADD CONSTRAINT c UNIQUE (a)", "ALTER INDEX public.pc ATTACH PARTITION public.c"});
  EXPECT_EQ(make.back().needs, std::vector{*key.inherited_from});
}

TEST(Exclusion, IsMadeChangedAndDropped) {
  Exclusion payload{
      .method = "gist", .elements = {on("r")}, .predicate = sql("a > 0"), .options = {{"fillfactor", "70"}}};
  payload.elements.front().with_operator = "&&";
  payload.deferrable = true;
  payload.tablespace = "pg_default";
  payload.include = {"b"};
  const Object exclusion = constraint(Kind::exclusion, payload);
  EXPECT_SQL(two_columns, created(exclusion),
             {"ALTER TABLE public.t ADD CONSTRAINT c EXCLUDE USING gist (r WITH &&) INCLUDE (b) WITH (fillfactor=70) "
              "USING INDEX TABLESPACE pg_default WHERE (a > 0) DEFERRABLE"});
  Exclusion plain{.elements = {on("a")}};
  plain.elements.front().with_operator = "OPERATOR(pg_catalog.=)";
  EXPECT_SQL(two_columns, created(constraint(Kind::exclusion, plain)),
             {"ALTER TABLE public.t ADD CONSTRAINT c EXCLUDE USING btree (a WITH OPERATOR(pg_catalog.=))"});
  Exclusion other = payload;
  other.options.clear();
  const std::string made = std::string(two_columns) + "; ALTER TABLE t ADD CONSTRAINT c EXCLUDE USING gist (r WITH &&)";
  EXPECT_SQL(made, altered(exclusion, constraint(Kind::exclusion, other)), {"ALTER INDEX public.c RESET (fillfactor)"});
  EXPECT_SQL(made, dropped(exclusion), {"ALTER TABLE public.t DROP CONSTRAINT c"});
}

TEST(Check, IsMadeValidatedAndDropped) {
  Check payload{.expression = sql("a > 0 OR b IS NULL")};
  const Object valid = constraint(Kind::check, payload);
  payload.not_valid = true;
  const Object not_valid = constraint(Kind::check, payload);
  payload.no_inherit = true;
  EXPECT_SQL(two_columns, created(constraint(Kind::check, payload)),
             {"ALTER TABLE public.t ADD CONSTRAINT c CHECK (a > 0 OR b IS NULL) NO INHERIT NOT VALID"});
  const std::string made = std::string(two_columns) + "; ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID";
  EXPECT_SQL(made, altered(not_valid, valid), {"ALTER TABLE public.t VALIDATE CONSTRAINT c"});
  EXPECT_EQ(texts(altered(valid, not_valid)), Texts{"rebuild"});
  EXPECT_SQL(made, dropped(valid), {"ALTER TABLE public.t DROP CONSTRAINT c"});
}

namespace {

ForeignKey reference() {
  ForeignKey key{.columns = {"a", "b"}, .referenced = id(Kind::table, "other"), .referenced_columns = {"x", "y"}};
  return key;
}

const std::string with_other = std::string(two_columns) + "; CREATE TABLE other (x integer, y integer, UNIQUE (x, y))";

}  // namespace

TEST(ForeignKey, IsMadeAndDropped) {
  ForeignKey key = reference();
  EXPECT_SQL(with_other, created(constraint(Kind::foreign_key, key)),
             {"ALTER TABLE public.t ADD CONSTRAINT c FOREIGN KEY (a, b) REFERENCES public.other (x, y)"});
  key.match = "full";
  key.on_update = "cascade";
  key.on_delete = "set default";
  key.deferrable = true;
  key.initially_deferred = true;
  key.not_valid = true;
  EXPECT_SQL(with_other, created(constraint(Kind::foreign_key, key)),
             {"ALTER TABLE public.t ADD CONSTRAINT c FOREIGN KEY (a, b) REFERENCES public.other (x, y) MATCH FULL ON "
              "UPDATE CASCADE ON DELETE SET DEFAULT DEFERRABLE INITIALLY DEFERRED NOT VALID"});
  ForeignKey partly = reference();
  partly.on_delete = "set null";
  partly.on_delete_columns = {"b"};
  EXPECT_SQL(with_other, created(constraint(Kind::foreign_key, partly)),
             {"ALTER TABLE public.t ADD CONSTRAINT c FOREIGN KEY (a, b) REFERENCES public.other (x, y) ON DELETE SET "
              "NULL (b)"});
}

TEST(ForeignKey, DeferrabilityAndValidityChangeInPlace) {
  ForeignKey key = reference();
  key.not_valid = true;
  const Object old = constraint(Kind::foreign_key, key);
  ForeignKey deferred = reference();
  deferred.deferrable = true;
  deferred.initially_deferred = true;
  const std::string made =
      with_other + "; ALTER TABLE t ADD CONSTRAINT c FOREIGN KEY (a, b) REFERENCES other (x, y) NOT VALID";
  EXPECT_SQL(made, altered(old, constraint(Kind::foreign_key, deferred)),
             {"ALTER TABLE public.t ALTER CONSTRAINT c DEFERRABLE INITIALLY DEFERRED",
              "ALTER TABLE public.t VALIDATE CONSTRAINT c"});
  EXPECT_SQL(made, altered(constraint(Kind::foreign_key, deferred), constraint(Kind::foreign_key, reference())),
             {"ALTER TABLE public.t ALTER CONSTRAINT c NOT DEFERRABLE"});
  ForeignKey immediate = deferred;
  immediate.initially_deferred = false;
  EXPECT_SQL(made, altered(constraint(Kind::foreign_key, deferred), constraint(Kind::foreign_key, immediate)),
             {"ALTER TABLE public.t ALTER CONSTRAINT c DEFERRABLE INITIALLY IMMEDIATE"});
  EXPECT_EQ(texts(altered(constraint(Kind::foreign_key, reference()), old)), Texts{"rebuild"});
}

namespace {

Object index(Index payload) {
  payload.table = id(Kind::table, "t");
  return object(Kind::index, "i", std::move(payload));
}

}  // namespace

TEST(Index, EveryClause) {
  EXPECT_SQL(two_columns, created(index({.elements = {on("a"), on("b")}})), {"CREATE INDEX i ON public.t (a, b)"});
  Index full{.unique = true, .nulls_not_distinct = true, .elements = {on("a"), on("b")}, .include = {"r"}};
  full.elements[0].descending = true;
  full.elements[0].nulls_first = true;
  full.elements[1].nulls_first = true;
  full.elements[1].opclass = "int4_ops";
  full.predicate = sql("a > 0 OR b > 0");
  full.options = {{"deduplicate_items", "off"}, {"fillfactor", "70"}};
  full.tablespace = "pg_default";
  Object made = index(full);
  made.comment = "why";
  EXPECT_SQL(two_columns, created(made),
             {"CREATE UNIQUE INDEX i ON public.t (a DESC, b int4_ops NULLS FIRST) INCLUDE (r) NULLS NOT DISTINCT WITH "
              "(deduplicate_items=off, fillfactor=70) TABLESPACE pg_default WHERE a > 0 OR b > 0",
              "COMMENT ON INDEX public.i IS 'why'"});
}

TEST(Index, ExpressionsMethodsAndTargets) {
  Index payload;
  payload.elements = {on("a"), on("b")};
  payload.elements[0].expression = sql("a + b");
  payload.elements[0].is_column = false;
  payload.elements[0].descending = true;
  payload.statistics_targets = {{1, 500}};
  EXPECT_SQL(two_columns, created(index(payload)),
             {"CREATE INDEX i ON public.t ((a + b) DESC NULLS LAST, b)",
              "ALTER INDEX public.i ALTER COLUMN 1 SET STATISTICS 500"});
  Index text{.method = "gist", .elements = {on("v")}};
  text.elements[0].opclass = "tsvector_ops";
  text.elements[0].opclass_options = {{"siglen", "32"}};
  EXPECT_SQL("CREATE TABLE t (v tsvector)", created(index(text)),
             {"CREATE INDEX i ON public.t USING gist (v tsvector_ops (siglen=32))"});
  Index collated{.elements = {on("v")}};
  collated.elements[0].collation = "pg_catalog.\"C\"";
  EXPECT_SQL("CREATE TABLE t (v text)", created(index(collated)),
             {"CREATE INDEX i ON public.t (v COLLATE pg_catalog.\"C\")"});
}

TEST(Index, OfPartitions) {
  Index only{.elements = {on("a")}};
  only.only = true;
  const std::string setup = "CREATE TABLE t (a integer) PARTITION BY LIST (a); CREATE TABLE d PARTITION OF t DEFAULT";
  EXPECT_SQL(setup, created(index(only)), {"CREATE INDEX i ON ONLY public.t (a)"});
  Object part = object(Kind::index, "di", Index{.table = id(Kind::table, "d"), .elements = {on("a")}});
  part.inherited_from = id(Kind::index, "i");
  const Statements make = created(part);
  EXPECT_SQL(setup + "; CREATE INDEX i ON ONLY t (a)", make,
             {"CREATE INDEX di ON public.d (a)", "ALTER INDEX public.i ATTACH PARTITION public.di"});
  EXPECT_EQ(make.back().needs, std::vector{id(Kind::index, "i")});
}

TEST(Index, OptionsAndTargetsChangeInPlace) {
  Index old{.elements = {on("a")}, .options = {{"fillfactor", "70"}}};
  old.elements[0].expression = sql("a + 1");
  old.elements[0].is_column = false;
  old.statistics_targets = {{1, 500}};
  Index now = old;
  now.options = {{"deduplicate_items", "off"}};
  now.statistics_targets.clear();
  const std::string made = std::string(two_columns) + "; CREATE INDEX i ON t ((a + 1)) WITH (fillfactor = 70)";
  EXPECT_SQL(made, altered(index(old), index(now)),
             {"ALTER INDEX public.i RESET (fillfactor)", "ALTER INDEX public.i SET (deduplicate_items=off)",
              "ALTER INDEX public.i ALTER COLUMN 1 SET STATISTICS -1"});
  Index moved = old;
  moved.tablespace = "pg_default";
  EXPECT_SQL(made, altered(index(old), index(moved)), {"ALTER INDEX public.i SET TABLESPACE pg_default"});
  EXPECT_SQL(made, dropped(index(old)), {"DROP INDEX public.i"});
}

}  // namespace trueup::ddl::test
