#include "parse/implied_name.h"

#include "parse/reading.h"

namespace trueup {
namespace {

using Names = std::vector<std::string>;

TEST(ImpliedName, OfConstraints) {
  const Catalog catalog = reading(
      "CREATE TABLE p (id int PRIMARY KEY);"
      "CREATE TABLE t (a int CHECK (a > 0), b int, c int REFERENCES p, UNIQUE (a, b), CHECK (a > b), CHECK (b > 1),"
      "  CHECK (b > 2), FOREIGN KEY (a) REFERENCES p, EXCLUDE (b WITH =), PRIMARY KEY (b));");
  EXPECT_EQ(objects_of(catalog, Kind::check), (Names{"check public.t.t_a_check", "check public.t.t_b_check",
                                                     "check public.t.t_b_check1", "check public.t.t_check"}));
  EXPECT_EQ(objects_of(catalog, Kind::foreign_key),
            (Names{"foreign key public.t.t_a_fkey", "foreign key public.t.t_c_fkey"}));
  EXPECT_EQ(objects_of(catalog, Kind::unique_key), (Names{"unique key public.t.t_a_b_key"}));
  EXPECT_EQ(objects_of(catalog, Kind::exclusion), (Names{"exclusion public.t.t_b_excl"}));
  EXPECT_EQ(objects_of(catalog, Kind::primary_key),
            (Names{"primary key public.p.p_pkey", "primary key public.t.t_pkey"}));
}

TEST(ImpliedName, OfChecksOnWholeRows) {
  const Catalog catalog = reading(
      "CREATE TABLE t (a int CHECK (t IS NOT NULL), b int CHECK ((t).b > 0), CHECK (t.* IS NULL), CHECK (tableoid > "
      "0));"
      "CREATE TABLE u (u int CHECK (u > 0));");
  EXPECT_EQ(objects_of(catalog, Kind::check),
            (Names{"check public.t.t_b_check", "check public.t.t_check", "check public.t.t_check1",
                   "check public.t.t_tableoid_check", "check public.u.u_u_check"}));
}

TEST(ImpliedName, OfKeysThatAreStatedTwice) {
  const Catalog catalog = reading(
      "CREATE TABLE t (a int4range, EXCLUDE USING gist (a WITH &&), CONSTRAINT x EXCLUDE USING gist (a WITH &&),"
      "  EXCLUDE USING gist (a WITH &&) WHERE (a <> 'empty'), UNIQUE (a), CONSTRAINT y UNIQUE (a), UNIQUE (a) "
      "DEFERRABLE)");
  EXPECT_EQ(objects_of(catalog, Kind::exclusion), (Names{"exclusion public.t.t_a_excl", "exclusion public.t.x"}));
  EXPECT_EQ(objects_of(catalog, Kind::unique_key), (Names{"unique key public.t.t_a_key", "unique key public.t.y"}));
}

TEST(ImpliedName, OfIndexes) {
  const Catalog catalog = reading(
      "CREATE TABLE t (a text, b int);"
      "CREATE INDEX ON t (a); CREATE INDEX ON t (a); CREATE INDEX ON t (lower(a), upper(a), lower(a));"
      "CREATE INDEX ON t ((b + 1)); CREATE INDEX ON t ((b::text)) INCLUDE (a); CREATE INDEX ON t ((CASE WHEN b = 1 "
      "THEN 2 END));");
  EXPECT_EQ(objects_of(catalog, Kind::index),
            (Names{"index public.t_a_idx", "index public.t_a_idx1", "index public.t_b_a_idx", "index public.t_case_idx",
                   "index public.t_expr_idx", "index public.t_lower_upper_lower1_idx"}));
}

TEST(ImpliedName, AvoidsWhatTheSchemaHolds) {
  const Catalog catalog = reading(
      "CREATE TABLE t_id_seq (x int); CREATE TABLE t (id serial, v int);"
      "CREATE VIEW t_v_idx AS SELECT 1 AS one; CREATE INDEX ON t (v);"
      "CREATE SEQUENCE t_pkey; ALTER TABLE t ADD PRIMARY KEY (id);");
  EXPECT_EQ(field_of(catalog, "column public.t.id", "default"), "nextval('public.t_id_seq1'::regclass)");
  EXPECT_NE(object_named(catalog, "index public.t_v_idx1"), nullptr);
  EXPECT_NE(object_named(catalog, "primary key public.t.t_pkey1"), nullptr);
}

TEST(ImpliedName, OfMultirangeTypes) {
  expect_fields({
      {"CREATE TYPE floatrange AS RANGE (subtype = float8)", "range type public.floatrange", "multirange_type",
       "public.floatmultirange"},
      {"CREATE TYPE span AS RANGE (subtype = float8)", "range type public.span", "multirange_type",
       "public.span_multirange"},
      {"CREATE TYPE span AS RANGE (subtype = float8, multirange_type_name = spans)", "range type public.span",
       "multirange_type", "public.spans"},
  });
}

}  // namespace
}  // namespace trueup
