#include "introspect/support.h"

namespace trueup::introspect {
namespace {

using Names = std::vector<std::string>;

TEST(Key, EveryClause) {
  const Catalog catalog = read_after(
      "CREATE TABLE public.t (a int, b int, c int, CONSTRAINT pk PRIMARY KEY (b, a),"
      " CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (c) INCLUDE (a, b) WITH (fillfactor = 50) DEFERRABLE INITIALLY "
      "DEFERRED);"
      "COMMENT ON CONSTRAINT uq ON public.t IS 'once'");
  const auto& primary = get<Key>(catalog, "primary key public.t.pk");
  EXPECT_EQ(primary.columns, (Names{"b", "a"}));
  EXPECT_TRUE(primary.include.empty());
  EXPECT_FALSE(primary.deferrable);
  EXPECT_FALSE(primary.nulls_not_distinct);
  const auto& unique = get<Key>(catalog, "unique key public.t.uq");
  EXPECT_EQ(unique.columns, Names{"c"});
  EXPECT_EQ(unique.include, (Names{"a", "b"}));
  EXPECT_TRUE(unique.nulls_not_distinct);
  EXPECT_TRUE(unique.deferrable);
  EXPECT_TRUE(unique.initially_deferred);
  EXPECT_EQ(unique.options, (Options{{"fillfactor", "50"}}));
  EXPECT_EQ(object(catalog, "unique key public.t.uq").comment, "once");
  EXPECT_EQ(references(catalog, "primary key public.t.pk"), "column public.t.a, column public.t.b");
  // Its index is part of it.
  EXPECT_FALSE(has(catalog, "index public.pk"));
  EXPECT_FALSE(has(catalog, "index public.uq"));
}

TEST(Key, ItsIndexHasACommentOfItsOwn) {
  const Catalog catalog =
      read_after("CREATE TABLE public.t (a int CONSTRAINT pk PRIMARY KEY); COMMENT ON INDEX public.pk IS 'x'");
  EXPECT_EQ(object(catalog, "primary key public.t.pk").comment, "");
  EXPECT_EQ(std::get<Key>(object(catalog, "primary key public.t.pk").payload).index_comment, "x");
}

TEST(Exclusion, EveryClause) {
  const Catalog catalog = read_after(
      "CREATE SCHEMA ops; CREATE FUNCTION ops.same(text, text) RETURNS bool IMMUTABLE STRICT RETURN $1 = $2;"
      "CREATE OPERATOR ops.=== (leftarg = text, rightarg = text, function = ops.same, commutator = OPERATOR(ops.===));"
      "CREATE FUNCTION ops.hash(text) RETURNS int IMMUTABLE STRICT RETURN hashtext($1);"
      "CREATE OPERATOR CLASS ops.own FOR TYPE text USING hash AS OPERATOR 1 ops.===, FUNCTION 1 ops.hash(text);"
      "CREATE TABLE public.u (c text, CONSTRAINT z EXCLUDE USING hash (c ops.own WITH OPERATOR(ops.===)));"
      "CREATE TABLE public.t (r int4range, \"B b\" int, c text, CONSTRAINT x EXCLUDE USING gist (r WITH &&, "
      "int4range(\"B b\", 10) WITH =)"
      " INCLUDE (c) WITH (fillfactor = 60) WHERE (\"B b\" > 1) DEFERRABLE, CONSTRAINT y EXCLUDE (c COLLATE \"C\" "
      "text_pattern_ops WITH =))");
  const auto& x = get<Exclusion>(catalog, "exclusion public.t.x");
  EXPECT_EQ(x.method, "gist");
  ASSERT_EQ(x.elements.size(), 2U);
  EXPECT_EQ(x.elements[0].expression.text, "r");
  EXPECT_TRUE(x.elements[0].is_column);
  EXPECT_EQ(x.elements[0].with_operator, "&&");
  EXPECT_EQ(x.elements[1].expression.text, "int4range(\"B b\", 10)");
  EXPECT_EQ(x.elements[1].with_operator, "=");
  EXPECT_EQ(x.include, Names{"c"});
  EXPECT_EQ(x.predicate.text, "(\"B b\" > 1)");
  EXPECT_TRUE(x.deferrable);
  EXPECT_FALSE(x.initially_deferred);
  EXPECT_EQ(x.options, (Options{{"fillfactor", "60"}}));
  const auto& y = get<Exclusion>(catalog, "exclusion public.t.y");
  EXPECT_EQ(y.method, "btree");
  EXPECT_EQ(y.elements[0].collation, "pg_catalog.\"C\"");
  EXPECT_EQ(y.elements[0].opclass, "text_pattern_ops");
  const auto& z = get<Exclusion>(catalog, "exclusion public.u.z");
  EXPECT_EQ(z.elements[0].with_operator, "OPERATOR(ops.===)");
  EXPECT_EQ(z.elements[0].opclass, "ops.own");
}

TEST(Check, EveryClause) {
  const Catalog catalog = read_after(
      "CREATE TABLE public.t (a int CONSTRAINT pos CHECK (a > 0) NO INHERIT, b text);"
      "ALTER TABLE public.t ADD CONSTRAINT later CHECK (b <> 'x' AND a < 5) NOT VALID");
  const auto& positive = get<Check>(catalog, "check public.t.pos");
  EXPECT_EQ(positive.expression.text, "(a > 0)");
  EXPECT_TRUE(positive.no_inherit);
  EXPECT_FALSE(positive.not_valid);
  const auto& later = get<Check>(catalog, "check public.t.later");
  EXPECT_EQ(later.expression.text, "((b <> 'x'::text) AND (a < 5))");
  EXPECT_TRUE(later.not_valid);
  EXPECT_EQ(references(catalog, "check public.t.later"), "column public.t.a, column public.t.b");
}

TEST(ForeignKey, EveryClause) {
  const Catalog catalog = read_after(
      "CREATE SCHEMA o; CREATE TABLE o.r (x int, y int, PRIMARY KEY (y, x)); CREATE TABLE o.s (z int UNIQUE);"
      "CREATE TABLE public.t (a int, b int, CONSTRAINT plain FOREIGN KEY (a) REFERENCES o.s (z),"
      " CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES o.r MATCH FULL ON UPDATE CASCADE ON DELETE RESTRICT DEFERRABLE "
      "INITIALLY DEFERRED,"
      " CONSTRAINT sets FOREIGN KEY (a, b) REFERENCES o.r ON UPDATE SET DEFAULT ON DELETE SET NULL (b));"
      "ALTER TABLE public.t ADD CONSTRAINT later FOREIGN KEY (b) REFERENCES o.s (z) NOT VALID");
  const auto& plain = get<ForeignKey>(catalog, "foreign key public.t.plain");
  EXPECT_EQ(plain.columns, Names{"a"});
  EXPECT_EQ(plain.referenced, table_id("o", "s"));
  EXPECT_EQ(plain.referenced_columns, Names{"z"});
  EXPECT_EQ(plain.match, "simple");
  EXPECT_EQ(plain.on_update, "no action");
  EXPECT_EQ(plain.on_delete, "no action");
  EXPECT_FALSE(plain.deferrable);
  EXPECT_FALSE(plain.not_valid);
  const auto& full = get<ForeignKey>(catalog, "foreign key public.t.fk");
  EXPECT_EQ(full.referenced_columns, (Names{"y", "x"}));
  EXPECT_EQ(full.match, "full");
  EXPECT_EQ(full.on_update, "cascade");
  EXPECT_EQ(full.on_delete, "restrict");
  EXPECT_TRUE(full.deferrable);
  EXPECT_TRUE(full.initially_deferred);
  const auto& sets = get<ForeignKey>(catalog, "foreign key public.t.sets");
  EXPECT_EQ(sets.on_update, "set default");
  EXPECT_EQ(sets.on_delete, "set null");
  EXPECT_EQ(sets.on_delete_columns, Names{"b"});
  EXPECT_TRUE(get<ForeignKey>(catalog, "foreign key public.t.later").not_valid);
  EXPECT_EQ(references(catalog, "foreign key public.t.plain"),
            "column o.s.z, column public.t.a, unique key o.s.s_z_key");
  EXPECT_FALSE(has(catalog, "trigger public.t.RI_ConstraintTrigger_c_1"));
}

TEST(Index, EveryClause) {
  const Catalog catalog = read_after(
      "CREATE TABLE public.t (a int, \"B b\" text, c text COLLATE \"C\", v tsvector);"
      "CREATE UNIQUE INDEX u ON public.t (a DESC, \"B b\" COLLATE \"POSIX\" text_pattern_ops NULLS FIRST, c, lower(c), "
      "lower(\"B b\") COLLATE \"C\", (a + 1) DESC NULLS LAST)"
      " INCLUDE (v) NULLS NOT DISTINCT WITH (fillfactor = 80) WHERE a > 5;"
      "ALTER INDEX public.u ALTER COLUMN 6 SET STATISTICS 55;"
      "CREATE INDEX g ON public.t USING gist (v tsvector_ops (siglen = 100)); COMMENT ON INDEX public.g IS 'search'");
  const auto& index = get<Index>(catalog, "index public.u");
  EXPECT_EQ(index.table, table_id("public", "t"));
  EXPECT_EQ(index.method, "btree");
  EXPECT_TRUE(index.unique);
  EXPECT_TRUE(index.nulls_not_distinct);
  ASSERT_EQ(index.elements.size(), 6U);
  EXPECT_EQ(index.elements[0].expression.text, "a");
  EXPECT_TRUE(index.elements[0].descending);
  EXPECT_TRUE(index.elements[0].nulls_first);
  EXPECT_EQ(index.elements[1].expression.text, "\"B b\"");
  EXPECT_EQ(index.elements[1].collation, "pg_catalog.\"POSIX\"");
  EXPECT_EQ(index.elements[1].opclass, "text_pattern_ops");
  EXPECT_TRUE(index.elements[1].nulls_first);
  EXPECT_FALSE(index.elements[1].descending);
  EXPECT_EQ(index.elements[2].collation, "");  // the column's own
  EXPECT_EQ(index.elements[3].expression.text, "lower(c)");
  EXPECT_EQ(index.elements[3].collation, "");  // its argument's
  EXPECT_EQ(index.elements[4].collation, "pg_catalog.\"C\"");
  EXPECT_EQ(index.elements[5].expression.text, "((a + 1))");
  EXPECT_FALSE(index.elements[5].is_column);
  EXPECT_TRUE(index.elements[5].descending);
  EXPECT_FALSE(index.elements[5].nulls_first);
  EXPECT_EQ(index.include, Names{"v"});
  EXPECT_EQ(index.predicate.text, "(a > 5)");
  EXPECT_EQ(index.options, (Options{{"fillfactor", "80"}}));
  EXPECT_EQ(index.statistics_targets, (std::map<int, int>{{6, 55}}));
  EXPECT_FALSE(index.only);
  const auto& gist = get<Index>(catalog, "index public.g");
  EXPECT_EQ(gist.method, "gist");
  EXPECT_EQ(gist.elements[0].opclass_options, (Options{{"siglen", "100"}}));
  EXPECT_EQ(object(catalog, "index public.g").comment, "search");
}

TEST(Index, OnOnlyAndInvalid) {
  const Catalog catalog = read_after(
      "CREATE TABLE public.p (a int) PARTITION BY RANGE (a); CREATE TABLE public.p1 PARTITION OF public.p DEFAULT;"
      "CREATE INDEX lone ON ONLY public.p (a); CREATE INDEX tree ON public.p (a);"
      "CREATE TABLE public.t (a int); CREATE INDEX broken ON public.t (a);"
      "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'public.broken'::regclass");
  EXPECT_TRUE(get<Index>(catalog, "index public.lone").only);
  EXPECT_FALSE(get<Index>(catalog, "index public.tree").only);
  EXPECT_NE(diagnosed(catalog, "invalid-index").find("index public.broken"), std::string::npos);
  EXPECT_EQ(diagnosed(catalog, "invalid-index").find("lone"), std::string::npos);
}

}  // namespace
}  // namespace trueup::introspect
