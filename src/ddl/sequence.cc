#include "ddl/sequence.h"

#include <algorithm>
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
  implied.increment = 1;  // a direction has to be said, what follows from it does not
  return changed_sequence_options(implied, options, "");
}

SequenceOptions moved_by_type(SequenceOptions options, const SequenceOptions& to) {
  if (options.type == to.type) return options;
  const auto highest = [](const std::string& type) { return default_sequence(type, false).max_value; };
  const auto lowest = [](const std::string& type) { return default_sequence(type, true).min_value; };
  if (options.max_value == highest(options.type)) options.max_value = highest(to.type);
  if (options.min_value == lowest(options.type)) options.min_value = lowest(to.type);
  options.type = to.type;
  return options;
}

namespace {

bool within_bounds(std::int64_t value, const SequenceOptions& options) {
  return value >= options.min_value && value <= options.max_value;
}

/// AS takes the type; an identity column's sequence has taken its column's by itself.
Statements alter_in_one(const std::string& alter, std::string_view verb, const SequenceOptions& from,
                        const SequenceOptions& to) {
  std::string options = changed_sequence_options(moved_by_type(from, to), to, verb);
  if (from.type != to.type && verb.empty()) options = " AS " + to.type + options;
  return options.empty() ? Statements{} : Statements{statement(alter + options)};
}

/// `a` with bounds (and a type) that hold those of `b` as well.
SequenceOptions widened(const SequenceOptions& a, const SequenceOptions& b) {
  const auto limit = [](const SequenceOptions& options) { return default_sequence(options.type, false).max_value; };
  SequenceOptions both = a;
  if (limit(b) > limit(a)) both.type = b.type;
  both.min_value = std::min(a.min_value, b.min_value);
  both.max_value = std::max(a.max_value, b.max_value);
  return both;
}

}  // namespace

Statements change_sequence(const std::string& alter, std::string_view verb, const std::string& sequence,
                           const SequenceOptions& from, const SequenceOptions& to) {
  if (within_bounds(from.start, to)) return alter_in_one(alter, verb, from, to);
  SequenceOptions now = from;
  Statements statements;
  if (!within_bounds(to.start, from)) {
    now = widened(from, to);
    append(statements, alter_in_one(alter, verb, from, now));
  }
  statements.push_back(statement("SELECT pg_catalog.setval(" + sequence + ", " + std::to_string(to.start) +
                                 ", false) WHERE pg_catalog.pg_sequence_last_value(" + sequence + ") IS NULL"));
  append(statements, alter_in_one(alter, verb, now, to));
  return statements;
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

/// Only a table of the same owner can own a sequence.
Statements owner_as_table(const Object& object, const ObjectId& column, const Context& context) {
  const Object* table = context.to.relation(column.schema, column.parent);
  if (object.owner || !table || !table->owner || *table->owner == current_user(context)) return {};
  Statement owner = statement("ALTER SEQUENCE " + sql_name(object.id) + " OWNER TO " + quote_identifier(*table->owner));
  owner.needs = {column};
  return {owner};
}

Statements create(const Object& object, const Context& context) {
  const Sequence& sequence = as<Sequence>(object);
  std::string sql = sequence.unlogged ? "CREATE UNLOGGED SEQUENCE " : "CREATE SEQUENCE ";
  sql += sql_name(object.id);
  if (sequence.options.type != "bigint") sql += " AS " + sequence.options.type;
  sql += sequence_options(sequence.options);
  Statements statements = {statement(sql)};
  append(statements, attributes_after_create(object, context));
  if (!sequence.owned_by) return statements;
  append(statements, owner_as_table(object, *sequence.owned_by, context));
  statements.push_back(owned_by(object));
  return statements;
}

Statements drop(const Object& object, const Context&) {
  Statement drop = statement("DROP SEQUENCE " + sql_name(object.id));
  drop.destroys = {.hazard = "drop-sequence", .what = to_string(object.id)};
  return {drop};
}

Statements alter_options(const Object& from, const Object& to, const Context&) {
  const std::string name = sql_name(to.id);
  return change_sequence("ALTER SEQUENCE " + name, "", quote_literal(name), as<Sequence>(from).options,
                         as<Sequence>(to).options);
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
