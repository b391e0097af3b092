#include "ddl/column_type.h"

#include <gtest/gtest.h>

#include "ddl/support.h"

namespace trueup::ddl::test {

namespace {

const std::vector<std::string> types = {"smallint",
                                        "integer",
                                        "bigint",
                                        "numeric",
                                        "numeric(10,2)",
                                        "real",
                                        "double precision",
                                        "text",
                                        "character varying",
                                        "character varying(10)",
                                        "character(5)",
                                        "name",
                                        "\"char\"",
                                        "date",
                                        "timestamp without time zone",
                                        "timestamp(3) without time zone",
                                        "timestamp with time zone",
                                        "time without time zone",
                                        "time with time zone",
                                        "interval",
                                        "bit(3)",
                                        "bit varying",
                                        "bit varying(5)",
                                        "inet",
                                        "cidr",
                                        "json",
                                        "jsonb",
                                        "boolean",
                                        "uuid",
                                        "money",
                                        "oid",
                                        "bytea",
                                        "xml",
                                        "point",
                                        "integer[]",
                                        "text[]",
                                        "bigint[]",
                                        "macaddr",
                                        "macaddr8",
                                        "tsvector",
                                        "int4range",
                                        "interval(3)",
                                        "numeric(5,0)"};

std::string quoted(const std::string& type) { return "'" + type + "'"; }

}  // namespace

namespace {

/// Column c<i> of table t.
Object column(std::size_t i, const std::string& type) {
  return child(Kind::column, "t", "c" + std::to_string(i), Column{.type = type});
}

/// A table whose columns all have one type; and a statement that gives each of them another.
struct Conversions {
  std::string table;
  std::string alter = "ALTER TABLE public.t ";
};

template <class F>
Conversions conversions(const std::string& from, F action) {
  Conversions all;
  for (std::size_t i = 0; i < types.size(); ++i) {
    all.table += (i == 0 ? "CREATE TABLE t (c" : ", c") + std::to_string(i) + " " + from;
    all.alter += (i == 0 ? "" : ", ") + action(i, types[i]);
  }
  all.table += ")";
  return all;
}

Statement plain(std::string sql) { return {.sql = std::move(sql), .destroys = {}, .needs = {}}; }

}  // namespace

/// Never left out where the server needs it. (It may stand where the server does not need it: that does no harm.)
TEST(ColumnType, UsingIsThereWheneverTheServerNeedsIt) {
  for (const std::string& from : types) {
    const Conversions all = conversions(from, [&](std::size_t i, const std::string& to) {
      return "ALTER COLUMN c" + std::to_string(i) + " TYPE " + (needs_using(from, to) ? from : to);
    });
    EXPECT_EQ(after(all.table, {plain(all.alter)}), "") << from;
  }
}

TEST(ColumnType, EveryTypeLeadsToEveryOther) {
  constexpr std::string_view prefix = "ALTER TABLE public.t ";
  for (const std::string& from : types) {
    const Conversions all = conversions(from, [&](std::size_t i, const std::string& to) {
      return change_column_type(column(i, from), column(i, to), {{}, {}}).sql.substr(prefix.size());
    });
    EXPECT_EQ(after(all.table, {plain(all.alter)}), "") << from;
  }
}

TEST(ColumnType, TypesWithoutACastGoByWayOfText) {
  const auto change = [](std::string from, std::string to) {
    const Object old = child(Kind::column, "t", "c", Column{.type = std::move(from)});
    const Object now = child(Kind::column, "t", "c", Column{.type = std::move(to)});
    const Catalog known =
        catalog({object(Kind::enum_type, "mood", EnumType{}), object(Kind::enum_type, "e", EnumType{})});
    const std::string sql = change_column_type(old, now, {known, known}).sql;
    return sql.substr(sql.find(" USING "));
  };
  EXPECT_EQ(change("bigint", "date"), " USING c::text::date");
  EXPECT_EQ(change("public.mood", "public.e"), " USING c::text::public.e");
  EXPECT_EQ(change("public.mood[]", "public.e[]"), " USING c::text[]::public.e[]");
  EXPECT_EQ(change("text", "public.mood"), " USING c::public.mood");
  EXPECT_EQ(change("text[]", "public.mood[]"), " USING c::public.mood[]");
  EXPECT_EQ(change("integer", "boolean"), " USING c::boolean");
  // An extension's types may have casts of their own.
  EXPECT_EQ(change("public.geometry", "public.geography"), " USING c::public.geography");
}

TEST(ColumnType, UsingIsLeftOutWithinAFamily) {
  EXPECT_FALSE(needs_using("integer", "numeric(10,2)"));
  EXPECT_FALSE(needs_using("character varying(10)", "text"));
  EXPECT_FALSE(needs_using("uuid", "text"));
  EXPECT_FALSE(needs_using("integer[]", "text"));
  EXPECT_FALSE(needs_using("integer[]", "bigint[]"));
  EXPECT_FALSE(needs_using("timestamp without time zone", "date"));
  EXPECT_TRUE(needs_using("text", "integer"));
  EXPECT_TRUE(needs_using("text[]", "integer[]"));
  EXPECT_TRUE(needs_using("integer", "integer[]"));
  EXPECT_TRUE(needs_using("public.mood", "public.other"));
  EXPECT_TRUE(needs_using("integer", "boolean"));
}

TEST(ColumnType, StorageIsTheTypesOwn) {
  for (const std::string& type : types) {
    const std::string found = after("", {},
                                    "SELECT CASE typstorage WHEN 'p' THEN 'plain' WHEN 'm' THEN 'main' WHEN 'e' THEN "
                                    "'external' ELSE 'extended' END FROM pg_type WHERE oid = " +
                                        quoted(type) + "::regtype");
    EXPECT_EQ(default_storage(type, {}), found) << type;
  }
}

TEST(ColumnType, StorageOfUsersTypes) {
  const Catalog known = catalog({object(Kind::enum_type, "mood", EnumType{}),
                                 object(Kind::domain, "amount", Domain{.type = "numeric(10,2)"}),
                                 object(Kind::domain, "deep", Domain{.type = "public.amount"}),
                                 object(Kind::composite_type, "pair", CompositeType{})});
  EXPECT_EQ(default_storage("public.mood", known), "plain");
  EXPECT_EQ(default_storage("public.mood[]", known), "extended");
  EXPECT_EQ(default_storage("public.deep", known), "main");
  EXPECT_EQ(default_storage("public.pair", known), "extended");
}

TEST(ColumnType, SaysWhatValuesMayLose) {
  const std::vector<std::pair<std::string, std::string>> losing = {
      {"bigint", "integer"},
      {"integer", "smallint"},
      {"numeric", "integer"},
      {"numeric(10,2)", "numeric(10,1)"},
      {"numeric(10,2)", "numeric(9,2)"},
      {"numeric(10,2)", "numeric(10,3)"},
      {"numeric", "numeric(10,2)"},
      {"integer", "numeric(8,0)"},
      {"double precision", "real"},
      {"double precision", "numeric(10,2)"},
      {"bigint", "double precision"},
      {"text", "character varying(10)"},
      {"character varying(20)", "character varying(10)"},
      {"text", "character varying(10)[]"},
      {"text", "integer"},
      {"text", "public.mood"},
      {"timestamp with time zone", "date"},
      {"timestamp with time zone", "timestamp(0) with time zone"},
      {"timestamp without time zone", "time without time zone"},
      {"time with time zone", "time without time zone"},
      {"json", "jsonb"},
      {"inet", "cidr"},
      {"bit varying(9)", "bit varying(5)"},
      {"bit(3)", "bit(4)"},
      {"character varying(10)[]", "character varying(5)[]"},
  };
  for (const auto& [from, to] : losing) EXPECT_TRUE(may_lose(from, to)) << from << " to " << to;
}

TEST(ColumnType, SaysWhereNothingIsLost) {
  const std::vector<std::pair<std::string, std::string>> keeping = {
      {"integer", "bigint"},
      {"smallint", "real"},
      {"integer", "double precision"},
      {"integer", "numeric"},
      {"integer", "numeric(12,2)"},
      {"numeric(10,2)", "numeric(12,2)"},
      {"numeric(10,2)", "numeric(11,3)"},
      {"numeric(10,2)", "numeric"},
      {"real", "double precision"},
      {"character varying(10)", "character varying(20)"},
      {"character varying(10)", "text"},
      {"name", "text"},
      {"character(5)", "character(9)"},
      {"date", "timestamp without time zone"},
      {"timestamp(3) without time zone", "timestamp without time zone"},
      {"timestamp without time zone", "timestamp with time zone"},
      {"public.mood", "text"},
      {"uuid", "character varying"},
      {"jsonb", "json"},
      {"cidr", "inet"},
      {"bit(3)", "bit varying"},
      {"integer[]", "bigint[]"},
      {"integer[]", "text"},
  };
  for (const auto& [from, to] : keeping) EXPECT_FALSE(may_lose(from, to)) << from << " to " << to;
}

TEST(ColumnType, DomainsCountAsWhatTheyStandOn) {
  const Object amount = object(Kind::domain, "amount", Domain{.type = "integer"});
  const Object old = child(Kind::column, "t", "c", Column{.type = "integer"});
  const Object now = child(Kind::column, "t", "c", Column{.type = "public.amount"});
  const Catalog before = catalog({amount, old});
  const Catalog wanted = catalog({amount, now});
  const Statement change = change_column_type(old, now, {before, wanted});
  EXPECT_SQL("CREATE DOMAIN amount AS integer; CREATE TABLE t (c integer)", Statements{change},
             {"ALTER TABLE public.t ALTER COLUMN c TYPE public.amount"});
  EXPECT_FALSE(change.destroys);
  const Object narrow = child(Kind::column, "t", "c", Column{.type = "smallint"});
  const Catalog narrowed = catalog({narrow});
  const Statement cut = change_column_type(now, narrow, {wanted, narrowed});
  ASSERT_TRUE(cut.destroys);
  EXPECT_EQ(cut.destroys->hazard, "change-type");
  EXPECT_EQ(cut.destroys->what, "column public.t.c (public.amount to smallint)");
}

}  // namespace trueup::ddl::test
