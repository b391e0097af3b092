#include "random/expression.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace trueup::random {

namespace {

/// Conditions in which {0} stands for a column of the category and {1} for a constant of its type.
std::vector<std::string> conditions_on(const Type& type, Use use) {
  std::vector<std::string> forms = {"{0} IS NOT NULL"};
  const auto add = [&](std::initializer_list<const char*> more) {
    forms.insert(forms.end(), more.begin(), more.end());
  };
  if (type.ordered && type.category != 'c')
    add({"{0} = {1}", "{0} <> {1}", "{0} > {1} OR {0} IS NULL", "{0} IN ({1}, {2})", "NOT ({0} = {1})",
         "{0} IS DISTINCT FROM {1}", "{0} BETWEEN {1} AND {2}"});
  switch (type.category) {
    case 'i':
      add({"{0} > 0", "{0} >= 0 AND {0} < 1000", "{0} BETWEEN 1 AND 100", "{0} IN (1, 2, 3)", "{0} = ANY (ARRAY[1, 2])",
           "{0} % 2 = 0", "{0} NOT IN (5, 6)", "abs({0}) + 1 < 1e9", "coalesce({0}, 0) >= 0",
           "CASE WHEN {0} > 5 THEN true WHEN {0} IS NULL THEN true ELSE {0} < 3 END"});
      break;
    case 'n':
      add({"{0} > 0", "{0} >= 0.5", "round({0}::numeric, 1) < 100", "greatest({0}, 1) <> 0"});
      break;
    case 's':
      add({"{0} <> ''", "length({0}) < 100", "char_length({0}) BETWEEN 1 AND 50", "{0} ~ '^[a-z]'", "{0} LIKE 'a%'",
           "{0} NOT ILIKE '%x'", "upper({0}) = 'X' OR {0} IS NULL", "{0} COLLATE \"C\" > 'a'",
           "lower({0}) IN ('a', 'b')", "trim(both from {0}) = {0}", "{0} ~~ E'b\\\\_%'",
           "substring({0} from 1 for 2) <> 'zz'", "nullif({0}, '') IS NOT NULL", "position('q' in {0}) = 0"});
      break;
    case 'b':
      add({"{0}", "NOT {0}", "{0} IS TRUE", "{0} IS NOT FALSE", "{0} = true"});
      break;
    case 't':
      if (type.text == "date" || type.text == "timestamp without time zone")
        add({"extract(year from {0}) > 2000", "{0} >= '2000-01-01'", "date_part('month', {0}) <= 12",
             "({0}, {0}) OVERLAPS ('2020-01-01'::timestamp, '2021-01-01'::timestamp) IS NOT NULL"});
      break;
    case 'j':
      add({"{0} ? 'a'", "jsonb_typeof({0}) = 'object'", "({0} ->> 'a') IS NOT NULL", "{0} @> '{{\"a\": 1}}'",
           "({0} #> '{{a,b}}') IS NULL"});
      break;
    case 'a':
      add({"cardinality({0}) < 10", "array_length({0}, 1) > 0"});
      break;
    case 'r':
      add({"NOT isempty({0})", "lower({0}) IS NOT NULL"});
      break;
    default:
      break;
  }
  if (use == Use::anything && type.category == 't') add({"{0}::text < now()::text"});
  return forms;
}

/// Values of the type made from a column {0} of it.
std::vector<std::string> values_from(const Type& type) {
  std::vector<std::string> forms = {"{0}"};
  const auto add = [&](std::initializer_list<const char*> more) {
    forms.insert(forms.end(), more.begin(), more.end());
  };
  if (type.text == "integer")
    add({"{0} + 1", "abs({0})", "{0} * 2 - {0}", "- {0}", "coalesce({0}, 0)", "length({0}::text)"});
  if (type.text == "text")
    add({"upper({0})", "{0} || 'x'", "coalesce({0}, '-')", "replace({0}, 'a', 'b')", "left({0}, 3)",
         "CASE {0} WHEN 'a' THEN 'b' ELSE {0} END", "md5({0})", "{0} COLLATE \"C\""});
  if (type.text == "boolean") add({"NOT {0}", "{0} OR {0} IS NULL", "{0} AND true"});
  if (type.text == "numeric") add({"{0} * 1.5", "round({0}, 2)"});
  if (type.category == 'j') add({"{0} || '{{}}'", "{0} - 'a'"});
  if (type.category == 'e' || type.category == 't') add({"coalesce({0}, {0})"});
  return forms;
}

Columns of_type(const Columns& columns, const Type& type) {
  Columns found;
  for (const Column& column : columns)
    if (column.type.text == type.text) found.push_back(column);
  return found;
}

std::string one_condition(Pen& pen, const std::string& slot, const Columns& columns, const std::string& prefix,
                          Use use) {
  if (use != Use::builtin && pen.flag(slot + " called", 6))
    if (std::string called = call(pen, slot + " call", builtin_types()[2], columns, prefix, use); !called.empty())
      return called;
  const Column column = some_of(pen, slot + " column", columns, 1, 1)[0];
  const std::string form = pen.choose(slot + " form", conditions_on(column.type, use));
  return fmt::format(fmt::runtime(form), prefix + quoted(column.name), constant(pen, slot + " low", column.type),
                     constant(pen, slot + " high", column.type));
}

}  // namespace

Columns some_of(Pen& pen, const std::string& slot, const Columns& columns, std::size_t from, std::size_t to) {
  Columns left = columns;
  Columns found;
  const std::size_t count = pen.number(slot + "s", from, std::max(from, std::min(to, columns.size())));
  for (std::size_t i = 0; i < count && !left.empty(); ++i) {
    std::vector<std::string> names;
    for (const Column& column : left) names.push_back(column.name);
    const std::string name = pen.choose(fmt::format("{} {}", slot, i), names);
    const auto at = std::find_if(left.begin(), left.end(), [&](const Column& column) { return column.name == name; });
    found.push_back(*at);
    left.erase(at);
  }
  return found;
}

std::string names_of(const Columns& columns) {
  std::vector<std::string> names;
  for (const Column& column : columns) names.push_back(quoted(column.name));
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string condition(Pen& pen, const std::string& slot, const Columns& columns, const std::string& prefix, Use use) {
  if (columns.empty()) return "1 < 2";
  const std::string first = one_condition(pen, slot, columns, prefix, use);
  const std::string join =
      pen.choose(slot + " join", {"", "({0}) AND ({1})", "({0}) OR ({1})", "NOT ({0}) AND {1}"}, 5);
  if (join.empty()) return first;
  return fmt::format(fmt::runtime(join), first, "(" + one_condition(pen, slot + " more", columns, prefix, use) + ")");
}

std::string call(Pen& pen, const std::string& slot, const Type& result, const Columns& columns,
                 const std::string& prefix, Use use) {
  const auto fits = [&](const Made& made) {
    if (made.sort != "function" || made.type.text != result.text || made.marks.contains("set")) return false;
    return use != Use::immutable || made.marks.contains("immutable");
  };
  const Made* function = pen.pick(slot, fits);
  if (function == nullptr || use == Use::builtin) return {};
  std::vector<std::string> arguments;
  for (std::size_t i = 0; i < function->arguments.size(); ++i) {
    const Type& type = function->arguments[i];
    const std::string each = fmt::format("{} {}", slot, i);
    const Columns candidates = of_type(columns, type);
    if (!candidates.empty() && !pen.flag(each + " constant", 4))
      arguments.push_back(prefix + quoted(some_of(pen, each, candidates, 1, 1)[0].name));
    else
      arguments.push_back(fmt::format("CAST({} AS {})", constant(pen, each + " is", type), type.text));
  }
  return fmt::format("{}({})", in(function->schema, function->name), fmt::join(arguments, ", "));
}

std::string value(Pen& pen, const std::string& slot, const Type& type, const Columns& columns,
                  const std::string& prefix, Use use) {
  if (use != Use::builtin && pen.flag(slot + " called", 4))
    if (std::string called = call(pen, slot + " call", type, columns, prefix, use); !called.empty()) return called;
  const Columns candidates = of_type(columns, type);
  if (candidates.empty() || pen.flag(slot + " constant", 5)) return constant(pen, slot + " is", type);
  const std::string form = pen.choose(slot + " form", values_from(type));
  return fmt::format(fmt::runtime(form), prefix + quoted(some_of(pen, slot + " column", candidates, 1, 1)[0].name));
}

}  // namespace trueup::random
