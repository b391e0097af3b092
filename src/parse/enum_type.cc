#include <fmt/format.h>

#include <algorithm>

#include "base/quote.h"
#include "parse/acl.h"
#include "parse/type.h"

namespace trueup::parse {

Outcome create_enum(Step& step, const PgQuery__CreateEnumStmt& stmt) {
  EnumType type{.labels = strings_of(nodes(stmt.n_vals, stmt.vals))};
  const ObjectId id = created_object(step, Kind::enum_type, nodes(stmt.n_type_name, stmt.type_name));
  if (Object* object = step.define(id, std::move(type))) apply_default_acl(step, *object);
  return {};
}

Outcome alter_enum(Step& step, const PgQuery__AlterEnumStmt& stmt) {
  const Nodes parts = nodes(stmt.n_type_name, stmt.type_name);
  const ObjectId* id = find_type(step, parts);
  Object* object = id ? step.fold.catalog.find(*id) : nullptr;
  auto* type = object ? std::get_if<EnumType>(&object->payload) : nullptr;
  if (!type) return missing("type", parts);
  std::vector<std::string>& labels = type->labels;
  const std::string value = stmt.new_val;
  const bool there = std::find(labels.begin(), labels.end(), value) != labels.end();
  if (*stmt.old_val != '\0') {
    const auto old = std::find(labels.begin(), labels.end(), stmt.old_val);
    if (old == labels.end() || there)
      step.error("unknown-name",
                 fmt::format("{} cannot rename its value {}", to_string(*id), quote_literal(stmt.old_val)), -1);
    else
      *old = value;
    return {};
  }
  if (there) {
    if (!stmt.skip_if_new_val_exists)
      step.error("defined-twice", fmt::format("{} has the value {} already", to_string(*id), quote_literal(value)), -1);
    return {};
  }
  auto place = labels.end();
  if (*stmt.new_val_neighbor != '\0') {
    place = std::find(labels.begin(), labels.end(), stmt.new_val_neighbor);
    if (place == labels.end())
      step.error("unknown-name",
                 fmt::format("{} has no value {}", to_string(*id), quote_literal(stmt.new_val_neighbor)), -1);
    else if (stmt.new_val_is_after)
      ++place;
  }
  labels.insert(place, value);
  return {};
}

}  // namespace trueup::parse
