#include "parse/sequence.h"

#include <fmt/format.h>

#include <charconv>
#include <limits>

#include "parse/acl.h"
#include "parse/type_name.h"

namespace trueup::parse {

namespace {

struct Bounds {
  std::int64_t low;
  std::int64_t high;
};

Bounds bounds_of(std::string_view type) {
  if (type == "smallint") return {std::numeric_limits<std::int16_t>::min(), std::numeric_limits<std::int16_t>::max()};
  if (type == "integer") return {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};
  return {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
}

std::optional<std::int64_t> number(const PgQuery__DefElem& option) {
  if (!option.arg) return std::nullopt;
  const std::string text = value_text(option.arg);
  std::int64_t value = 0;
  const char* begin = text.data() + (text.starts_with('+') ? 1 : 0);
  const auto [end, failure] = std::from_chars(begin, text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// The options as written; a missing value with `*_stated` is NO MINVALUE and the like.
struct Written {
  std::optional<std::string> type;
  std::optional<std::int64_t> start, increment, min, max, cache;
  bool min_stated = false, max_stated = false;
  std::optional<bool> cycle;
};

Written written(const Step& step, Nodes options, StatedSequence& stated) {
  Written result;
  for (const Node* node : options) {
    const PgQuery__DefElem& option = *node->def_elem;
    const std::string_view name = option.defname;
    if (name == "as" && option.arg) result.type = type_text(step, *option.arg->type_name);
    if (name == "start") result.start = number(option);
    if (name == "increment") result.increment = number(option);
    if (name == "cache") result.cache = number(option);
    if (name == "cycle") result.cycle = value_true(option);
    if (name == "minvalue") {
      result.min = number(option);
      result.min_stated = true;
    }
    if (name == "maxvalue") {
      result.max = number(option);
      result.max_stated = true;
    }
    if (name == "owned_by") stated.owned_by = strings_of(items_of(option.arg));
    if (name == "sequence_name") stated.name = last_string(items_of(option.arg));
  }
  return result;
}

// init_params in sequence.c.
void apply(const Written& stated, SequenceOptions& now, bool fresh) {
  bool reset_min = false;
  bool reset_max = false;
  if (stated.type && *stated.type != now.type) {
    const Bounds old = bounds_of(now.type);
    reset_max = !fresh && now.max_value == old.high;
    reset_min = !fresh && now.min_value == old.low;
    now.type = *stated.type;
  }
  if (stated.increment) now.increment = *stated.increment;
  if (stated.cycle) now.cycle = *stated.cycle;
  const Bounds bounds = bounds_of(now.type);
  const bool up = now.increment > 0;
  if (stated.max)
    now.max_value = *stated.max;
  else if (fresh || stated.max_stated || reset_max)
    now.max_value = up || reset_max ? bounds.high : -1;
  if (stated.min)
    now.min_value = *stated.min;
  else if (fresh || stated.min_stated || reset_min)
    now.min_value = up && !reset_min ? 1 : bounds.low;
  if (stated.start)
    now.start = *stated.start;
  else if (fresh)
    now.start = up ? now.min_value : now.max_value;
  if (stated.cache) now.cache = *stated.cache;
}

// Fills `owned_by`; false when the column is not there (yet).
bool own(const Step& step, const std::vector<std::string>& parts, std::optional<ObjectId>& owned_by) {
  if (parts.size() == 1 && parts.front() == "none") {
    owned_by.reset();
    return true;
  }
  if (parts.size() < 2) return false;
  const std::string& column = parts.back();
  const std::string& table = parts[parts.size() - 2];
  const ObjectId* id = find_relation(step, parts.size() > 2 ? parts[parts.size() - 3] : std::string(), table);
  if (!id || !step.fold.column(*id, column)) return false;
  owned_by = column_id(id->schema, id->name, column);
  return true;
}

Outcome missing_owner(const std::vector<std::string>& parts, int location) {
  return {.missing = fmt::format("column {}", fmt::join(parts, ".")), .offset = location};
}

// ALTER SEQUENCE on the sequence of an identity column.
Outcome alter_identity(Step& step, const ObjectId& id, const PgQuery__AlterSeqStmt& stmt) {
  Column* column = step.fold.column(table_id(id.schema, id.parent), id.name);
  const StatedSequence stated = altered_sequence(step, nodes(stmt.n_options, stmt.options), column->identity->options);
  column->identity->options = stated.options;
  return {};
}

}  // namespace

StatedSequence new_sequence(const Step& step, Nodes options, std::string_view type) {
  StatedSequence stated;
  stated.options.type = type;
  apply(written(step, options, stated), stated.options, true);
  return stated;
}

StatedSequence altered_sequence(const Step& step, Nodes options, const SequenceOptions& current) {
  StatedSequence stated;
  stated.options = current;
  apply(written(step, options, stated), stated.options, false);
  return stated;
}

SequenceOptions with_type(SequenceOptions options, const std::string& type) {
  Written as;
  as.type = type;
  apply(as, options, false);
  return options;
}

Outcome create_sequence(Step& step, const PgQuery__CreateSeqStmt& stmt) {
  const PgQuery__RangeVar& name = *stmt.sequence;
  if (*name.relpersistence == 't') {
    step.not_schema("a temporary sequence");
    return {};
  }
  const ObjectId id = created_relation(step, Kind::sequence, name);
  if (stmt.if_not_exists && step.fold.in_pg_class(id.schema, id.name)) return {};
  const StatedSequence stated = new_sequence(step, nodes(stmt.n_options, stmt.options), "bigint");
  Sequence sequence{.options = stated.options, .unlogged = *name.relpersistence == 'u', .owned_by = {}};
  if (stated.owned_by && !own(step, *stated.owned_by, sequence.owned_by))
    return missing_owner(*stated.owned_by, name.location);
  if (Object* object = step.define(id, std::move(sequence), name.location)) apply_default_acl(step, *object);
  return {};
}

Outcome alter_sequence(Step& step, const PgQuery__AlterSeqStmt& stmt) {
  const PgQuery__RangeVar& name = *stmt.sequence;
  const ObjectId* id = find_relation(step, name);
  if (!id) return stmt.missing_ok ? Outcome{} : missing_relation(step, name);
  if (id->kind == Kind::column) return alter_identity(step, *id, stmt);
  Object* object = step.fold.catalog.find(*id);
  auto* sequence = object ? std::get_if<Sequence>(&object->payload) : nullptr;
  if (!sequence) {
    step.error("wrong-kind", fmt::format("{} is not a sequence", to_string(*id)), name.location);
    return {};
  }
  const StatedSequence stated = altered_sequence(step, nodes(stmt.n_options, stmt.options), sequence->options);
  if (stated.owned_by && !own(step, *stated.owned_by, sequence->owned_by))
    return missing_owner(*stated.owned_by, name.location);
  sequence->options = stated.options;
  return {};
}

}  // namespace trueup::parse
