#include "parse/directive.h"

#include <gtest/gtest.h>

#include "parse/reading.h"

namespace trueup {

namespace {

/// What the directives of `sql` say: "table public.b was a", "enum type public.e x was y", in the order of ids.
std::string said_by(const std::string& sql) {
  std::string text;
  for (const auto& [id, object] : reading(sql).objects)
    for (const RenamedFrom& said : object.renamed_from) {
      text += (text.empty() ? "" : "; ") + to_string(id) + (said.part.empty() ? "" : " " + said.part) + " was ";
      text += (said.schema.empty() ? "" : said.schema + ".") + said.name;
    }
  return text;
}

struct DirectiveCase {
  const char* sql;
  const char* said;
};

TEST(Directive, BelongsToWhatItFollowsOnItsLine) {
  static constexpr DirectiveCase cases[] = {
      {"CREATE TABLE b ( -- trueup: renamed from a\n  id integer\n);", "table public.b was a"},
      {"CREATE TABLE b (id integer); -- trueup: renamed from a", "table public.b was a"},
      {"CREATE TABLE b (\n  id integer\n) -- trueup: renamed from a\n;", "table public.b was a"},
      {"CREATE TABLE b /* trueup: renamed from a */ (id integer);", "table public.b was a"},
      {"CREATE TABLE /* trueup: renamed from a */ b (id integer);", "table public.b was a"},
      {"CREATE TABLE b (\n  x integer, -- trueup: renamed from a\n  y integer\n);", "column public.b.x was a"},
      {"CREATE TABLE b (\n  x integer -- trueup: renamed from a\n  , y integer\n);", "column public.b.x was a"},
      {"CREATE TABLE b (\n  x integer,\n  y numeric(3, 1) -- trueup: renamed from a\n);", "column public.b.y was a"},
      {"CREATE TABLE b (x integer /* trueup: renamed from a */, y integer);", "column public.b.x was a"},
      {"CREATE TABLE b (\n  x integer,\n  CONSTRAINT k UNIQUE (x) -- trueup: renamed from a\n);",
       "unique key public.b.k was a"},
      {"CREATE TABLE b (\n  x integer\n    CONSTRAINT c CHECK (x > 0), -- trueup: renamed from a\n  y integer\n);",
       "check public.b.c was a"},
      {"CREATE TABLE b (\n  x integer CONSTRAINT c CHECK (x > 0) -- trueup: renamed from a\n);",
       "column public.b.x was a"},
      {"CREATE TABLE b (x integer); CREATE INDEX i /* trueup: renamed from a */ ON b (x);", "index public.i was a"},
      {"CREATE TABLE b (x integer);\nALTER TABLE b ADD CONSTRAINT k UNIQUE (x); -- trueup: renamed from a",
       "unique key public.b.k was a"},
      {"CREATE TABLE b (x integer);\nALTER TABLE b\n  ADD y integer, -- trueup: renamed from a\n  ADD z integer;",
       "column public.b.y was a"},
      {"CREATE VIEW v AS -- trueup: renamed from a\n  SELECT 1 AS one;", "view public.v was a"},
      {"CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS $$SELECT 1 -- trueup: renamed from x\n$$; -- trueup: "
       "renamed from a",
       "function public.f() was a"},
      {"CREATE SCHEMA s; -- trueup: renamed from a", "schema s was a"},
      {"CREATE SEQUENCE s; -- trueup: renamed from a", "sequence public.s was a"},
      {"CREATE DOMAIN d AS text; -- trueup: renamed from a", "domain public.d was a"},
  };
  for (const DirectiveCase& one : cases) EXPECT_EQ(said_by(one.sql), one.said) << one.sql;
}

TEST(Directive, AloneOnItsLineBelongsToWhatFollows) {
  static constexpr DirectiveCase cases[] = {
      {"-- trueup: renamed from a\nCREATE TABLE b (id integer);", "table public.b was a"},
      {"CREATE TABLE x (id integer);\n/* trueup: renamed from a */ CREATE TABLE b (id integer);",
       "table public.b was a"},
      {"CREATE TABLE b (\n  -- trueup: renamed from a\n  x integer,\n  y integer\n);", "column public.b.x was a"},
      {"CREATE TABLE b (\n  x integer,\n  -- trueup: renamed from a\n  -- what it is\n  y integer\n);",
       "column public.b.y was a"},
      {"CREATE TABLE b (x integer, /* trueup: renamed from a */ y integer);", "column public.b.y was a"},
      {"CREATE TABLE b (x integer);\n-- trueup: renamed from a\nALTER TABLE b ADD y integer;",
       "column public.b.y was a"},
  };
  for (const DirectiveCase& one : cases) EXPECT_EQ(said_by(one.sql), one.said) << one.sql;
}

TEST(Directive, InTypes) {
  static constexpr DirectiveCase cases[] = {
      {"CREATE TYPE b /* trueup: renamed from a */ AS ENUM ('x', 'y');", "enum type public.b was a"},
      {"CREATE TYPE b AS /* trueup: renamed from a */ ENUM ('x', 'y');", "enum type public.b was a"},
      {"CREATE TYPE b AS ENUM /* trueup: renamed from a */ ('x', 'y');", "enum type public.b was a"},
      {"CREATE TYPE b AS ENUM ( /* trueup: renamed from a */ 'x', 'y');", "enum type public.b was a"},
      {"CREATE TYPE b AS ENUM ('x' /* trueup: renamed from a */, 'y');", "enum type public.b x was a"},
      {"CREATE TYPE b AS ENUM (\n  'x', -- trueup: renamed from A\n  'y'\n);", "enum type public.b x was A"},
      {"CREATE TYPE b AS ENUM (\n  'x',\n  'y' -- trueup: renamed from 'a b''s'\n);", "enum type public.b y was a b's"},
      // It may be meant for either: whichever is there under that name.
      {"CREATE TYPE b AS ENUM (\n  -- trueup: renamed from a\n  'x'\n);",
       "enum type public.b x was a; enum type public.b was a"},
      {"CREATE TYPE b AS (\n  x integer, -- trueup: renamed from a\n  y text\n);", "composite type public.b x was a"},
      {"CREATE TYPE b AS ( -- trueup: renamed from a\n  x integer\n);", "composite type public.b was a"},
  };
  for (const DirectiveCase& one : cases) EXPECT_EQ(said_by(one.sql), one.said) << one.sql;
}

TEST(Directive, Names) {
  static constexpr DirectiveCase cases[] = {
      {"CREATE TABLE b (id integer); -- trueup: renamed from Old_Name", "table public.b was old_name"},
      {"CREATE TABLE b (id integer); -- trueup: renamed from \"Old \"\"Name\"\"\"", "table public.b was Old \"Name\""},
      {"CREATE TABLE b (id integer); -- trueup: renamed from s.a", "table public.b was s.a"},
      {"CREATE TABLE b (id integer); -- trueup: renamed from \"S.s\".\"a.a\"", "table public.b was S.s.a.a"},
      {"CREATE TABLE b (id integer); --trueup:renamed  from  a", "table public.b was a"},
      {"CREATE TABLE b (id integer); -- @renamed from=a", "table public.b was a"},
      {"CREATE TABLE b (id integer); /* @renamed from=\"A\" */", "table public.b was A"},
      {"CREATE TABLE b (id integer); -- was renamed from a", ""},
  };
  for (const DirectiveCase& one : cases) EXPECT_EQ(said_by(one.sql), one.said) << one.sql;
}

TEST(Directive, WithoutEffectIsAWarning) {
  static constexpr const char* cases[] = {
      "CREATE TABLE b (id integer); -- trueup: rename from a",
      "CREATE TABLE b (id integer); -- trueup: renamed from a because of b",
      "CREATE TABLE b (id integer); -- trueup: renamed from",
      "CREATE TABLE b (\n  id integer,\n  UNIQUE (id) -- trueup: renamed from a\n);",
      "CREATE VIEW v AS\n  SELECT 1 AS one, -- trueup: renamed from a\n  2 AS two;",
      "CREATE TABLE b (\n  id integer\n  -- trueup: renamed from a\n);",
      "SELECT 1;\n-- trueup: renamed from a\n",
  };
  for (const char* sql : cases) {
    const Catalog catalog = reading(sql);
    EXPECT_EQ(said_by(sql), "") << sql;
    EXPECT_EQ(std::count_if(catalog.diagnostics.begin(), catalog.diagnostics.end(),
                            [](const Diagnostic& d) { return d.code == "directive"; }),
              1)
        << sql;
  }
}

}  // namespace

}  // namespace trueup
