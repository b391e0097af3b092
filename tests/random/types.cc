#include <fmt/format.h>

#include "random/expression.h"

namespace trueup::random {

const std::vector<Type>& builtin_types() {
  static const std::vector<Type> types = {
      {"integer", {"int", "int4"}, 'i', true, {"0", "1", "42", "-7"}},
      {"text",
       {},
       's',
       true,
       {"''", "'a'", "'it''s'", "E'b\\\\c'"},
       {"CURRENT_USER::text", "current_setting('TimeZone')"}},
      {"boolean", {"bool"}, 'b', true, {"true", "false"}},
      {"bigint", {"int8"}, 'i', true, {"0", "-1", "9000000000"}},
      {"smallint", {"int2"}, 'i', true, {"0", "3"}},
      {"character varying(20)", {"varchar(20)"}, 's', true, {"'a'", "'some words'"}},
      {"character varying", {"varchar"}, 's', true, {"''", "'v'"}},
      {"character(3)", {"char(3)"}, 's', true, {"'abc'", "'a'"}},
      {"numeric", {"decimal"}, 'n', true, {"0", "1.5", "-2.50"}},
      {"numeric(10,2)", {"decimal(10, 2)", "dec(10,2)"}, 'n', true, {"0", "9.99", "'-1'"}, {"random()::numeric"}},
      {"real", {"float4", "float(10)"}, 'n', true, {"0", "0.5"}},
      {"double precision", {"float8", "float"}, 'n', true, {"0", "1e10"}, {"random()"}},
      {"date", {}, 't', true, {"'2020-01-01'", "DATE '2021-02-03'"}, {"CURRENT_DATE", "now()::date"}},
      {"timestamp without time zone",
       {"timestamp"},
       't',
       true,
       {"'2020-01-01 10:00:00'", "timestamp '2020-05-05'"},
       {"LOCALTIMESTAMP"}},
      {"timestamp with time zone",
       {"timestamptz"},
       't',
       true,
       {"'2020-01-01 10:00:00+00'"},
       {"now()", "CURRENT_TIMESTAMP", "clock_timestamp()", "now() + interval '1 day'"}},
      {"timestamp(3) with time zone", {"timestamptz(3)"}, 't', true, {"'2020-01-01 10:00:00+00'"}, {"now()"}},
      {"time without time zone", {"time"}, 't', true, {"'10:00'"}, {"LOCALTIME"}},
      {"interval", {}, 'o', true, {"'1 day'", "interval '2 hours'"}},
      {"interval day to second", {}, 'o', true, {"'1 day'"}},
      {"uuid", {}, 'o', true, {"'00000000-0000-4000-8000-000000000001'"}, {"gen_random_uuid()"}},
      {"jsonb", {}, 'j', true, {"'{}'", "'{\"a\": 1}'", "'[1, 2]'"}, {"jsonb_build_object('a', now())"}},
      {"json", {}, 'o', false, {"'{}'", "'{\"a\":  1}'"}},
      {"bytea", {}, 'o', true, {"'\\x00ff'", "''"}},
      {"inet", {}, 'o', true, {"'10.0.0.1'"}},
      {"macaddr", {}, 'o', true, {"'08:00:2b:01:02:03'"}},
      {"bit(4)", {}, 'o', true, {"B'0101'"}},
      {"bit varying(8)", {"varbit(8)"}, 'o', true, {"B'01'", "'1'"}},
      {"int4range", {}, 'r', true, {"'[1,5)'", "int4range(1, 3)"}},
      {"tstzrange", {}, 'r', true, {"'empty'"}},
      {"tsvector", {}, 'o', true, {"'''word'''"}},
      {"point", {}, 'o', false, {"'(0,0)'", "point(1, 2)"}},
      {"box", {}, 'o', false, {"'(1,1),(0,0)'"}},
      {"name", {}, 'o', true, {"'n'"}, {"CURRENT_USER"}},
      {"oid", {}, 'o', true, {"'0'"}},
      {"\"char\"", {}, 'o', true, {"'c'"}},
      {"money", {}, 'o', true, {"'1.00'"}},
      {"pg_lsn", {}, 'o', true, {"'0/0'"}},
      {"integer[]", {"int[]", "int4[3]", "integer ARRAY"}, 'a', true, {"'{}'", "ARRAY[1, 2]", "'{1,2}'"}},
      {"text[]", {"text[][]"}, 'a', true, {"'{}'", "ARRAY['a', 'b']", "'{x}'"}},
      {"numeric(6,3)[]", {"decimal(6,3)[]"}, 'a', true, {"'{}'"}},
  };
  return types;
}

Type builtin(Pen& pen, const std::string& slot, std::string_view categories) {
  std::vector<std::string> names;
  for (const Type& type : builtin_types())
    if (categories.empty() || categories.find(type.category) != std::string_view::npos) names.push_back(type.text);
  const std::string name = pen.choose(slot, names);
  for (const Type& type : builtin_types())
    if (type.text == name) return type;
  return {};
}

Type any_type(Pen& pen, const std::string& slot) {
  const Made* own = pen.maybe(slot + " own", 4, of_sort({"enum", "domain", "composite", "range", "base type"}));
  if (own == nullptr) return builtin(pen, slot);
  if (!pen.flag(slot + " array", 8)) return own->type;
  return {.text = own->type.text + "[]", .category = 'a', .ordered = own->type.ordered, .constants = {"'{}'"}};
}

std::string spelled(Pen& pen, const std::string& slot, const Type& type) {
  std::vector<std::string> words = type.spellings;
  words.insert(words.begin(), type.text);
  return pen.choose("~" + slot, words, 3);
}

std::string constant(Pen& pen, const std::string& slot, const Type& type) {
  std::vector<std::string> all = type.constants;
  if (all.empty()) all.emplace_back("NULL");
  const std::string chosen = pen.choose(slot, all);
  switch (pen.number(slot + " cast", 0, 2)) {
    case 0:
      return chosen;
    case 1:
      return fmt::format("CAST({} AS {})", chosen, type.text);
    default:
      return fmt::format("({})::{}", chosen, type.text);
  }
}

}  // namespace trueup::random
