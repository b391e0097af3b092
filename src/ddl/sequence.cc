#include "ddl/sequence.h"

#include <cstdint>
#include <limits>

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

SequenceOptions default_sequence(const std::string& type, bool descending) {
  using std::numeric_limits;
  SequenceOptions options{.type = type};
  std::int64_t lowest = numeric_limits<std::int64_t>::min();
  std::int64_t highest = numeric_limits<std::int64_t>::max();
  if (type == "integer") {
    lowest = numeric_limits<std::int32_t>::min();
    highest = numeric_limits<std::int32_t>::max();
  } else if (type == "smallint") {
    lowest = numeric_limits<std::int16_t>::min();
    highest = numeric_limits<std::int16_t>::max();
  }
  options.increment = descending ? -1 : 1;
  options.min_value = descending ? lowest : 1;
  options.max_value = descending ? -1 : highest;
  options.start = descending ? options.max_value : options.min_value;
  return options;
}

std::string changed_sequence_options(const SequenceOptions& from, const SequenceOptions& to, std::string_view verb) {
  std::string text;
  const auto add = [&](bool changed, const std::string& option) {
    if (changed) text += " " + std::string(verb) + option;
  };
  add(from.increment != to.increment, "INCREMENT BY " + std::to_string(to.increment));
  add(from.min_value != to.min_value, "MINVALUE " + std::to_string(to.min_value));
  add(from.max_value != to.max_value, "MAXVALUE " + std::to_string(to.max_value));
  add(from.start != to.start, "START WITH " + std::to_string(to.start));
  add(from.cache != to.cache, "CACHE " + std::to_string(to.cache));
  add(from.cycle != to.cycle, to.cycle ? "CYCLE" : "NO CYCLE");
  return text;
}

std::string sequence_options(const SequenceOptions& options) {
  SequenceOptions implied = default_sequence(options.type, options.increment < 0);
  const bool starts_at_bound = options.start == (options.increment < 0 ? options.max_value : options.min_value);
  if (starts_at_bound) implied.start = options.start;
  return changed_sequence_options(implied, options, "");
}

SequenceOptions moved_by_type(SequenceOptions options, const SequenceOptions& to) {
  if (options.type == to.type) return options;
  const SequenceOptions implied = default_sequence(to.type, to.increment < 0);
  if (options.max_value == default_sequence(options.type, false).max_value) options.max_value = implied.max_value;
  if (options.min_value == default_sequence(options.type, true).min_value) options.min_value = implied.min_value;
  options.type = to.type;
  return options;
}

namespace {

Statement owned_by(const Object& object) {
  const std::optional<ObjectId>& column = as<Sequence>(object).owned_by;
  const std::string prefix = "ALTER SEQUENCE " + sql_name(object.id) + " OWNED BY ";
  if (!column) return statement(prefix + "NONE");
  Statement own = statement(prefix + sql_parent(*column) + "." + sql_name(*column));
  own.needs = {*column};
  return own;
}

Statements create(const Object& object, const Context& context) {
  const Sequence& sequence = as<Sequence>(object);
  std::string sql = sequence.unlogged ? "CREATE UNLOGGED SEQUENCE " : "CREATE SEQUENCE ";
  sql += sql_name(object.id);
  if (sequence.options.type != "bigint") sql += " AS " + sequence.options.type;
  sql += sequence_options(sequence.options);
  Statements statements = {statement(sql)};
  append(statements, attributes_after_create(object, context));
  if (sequence.owned_by) statements.push_back(owned_by(object));
  return statements;
}

Statements drop(const Object& object, const Context&) {
  Statement drop = statement("DROP SEQUENCE " + sql_name(object.id));
  drop.destroys = {.hazard = "drop-sequence", .what = to_string(object.id)};
  return {drop};
}

/// All changed options in one statement.
Statements alter_options(const Object& from, const Object& to, const Context&) {
  const SequenceOptions& old = as<Sequence>(from).options;
  const SequenceOptions& now = as<Sequence>(to).options;
  std::string sql = "ALTER SEQUENCE " + sql_name(to.id);
  if (old.type != now.type) sql += " AS " + now.type;
  return {statement(sql + changed_sequence_options(moved_by_type(old, now), now, ""))};
}

Change how_unlogged(const Object&, const Object&, const Context& context) {
  return context.to.server_version >= 150000 ? Change::alter : Change::rebuild;
}

Statements alter_unlogged(const Object&, const Object& to, const Context&) {
  return {
      statement("ALTER SEQUENCE " + sql_name(to.id) + (as<Sequence>(to).unlogged ? " SET UNLOGGED" : " SET LOGGED"))};
}

Statements alter_owned_by(const Object&, const Object& to, const Context&) { return {owned_by(to)}; }

constexpr FieldRule fields[] = {
    {.field = "type", .alter = alter_options},      {.field = "start", .alter = alter_options},
    {.field = "increment", .alter = alter_options}, {.field = "min_value", .alter = alter_options},
    {.field = "max_value", .alter = alter_options}, {.field = "cache", .alter = alter_options},
    {.field = "cycle", .alter = alter_options},     {.field = "unlogged", .alter = alter_unlogged, .how = how_unlogged},
    {.field = "owned_by", .alter = alter_owned_by},
};

}  // namespace

constinit const KindRules sequence_rules = {
    .kind = Kind::sequence, .weight = 100, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
