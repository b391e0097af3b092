#include "canonical/analyzer.h"

namespace trueup::canonical {
namespace {

// The field masks of INTERVAL (utils/timestamp.h: INTERVAL_MASK of MONTH 1, YEAR 2, DAY 3, HOUR 10, MINUTE 11, SECOND
// 12).
constexpr int month = 1 << 1, year = 1 << 2, day = 1 << 3, hour = 1 << 10, minute = 1 << 11, second = 1 << 12;

std::string interval_fields(int mask) {
  switch (mask) {
    case year:
      return "year";
    case month:
      return "month";
    case day:
      return "day";
    case hour:
      return "hour";
    case minute:
      return "minute";
    case second:
      return "second";
    case year | month:
      return "year to month";
    case day | hour:
      return "day to hour";
    case day | hour | minute:
      return "day to minute";
    case day | hour | minute | second:
      return "day to second";
    case hour | minute:
      return "hour to minute";
    case hour | minute | second:
      return "hour to second";
    case minute | second:
      return "minute to second";
    default:
      return {};
  }
}

/// The integer constants of a type's modifier; false when there is something else.
bool integers(const PgQuery__TypeName& node, std::vector<int>& values) {
  for (std::size_t i = 0; i < node.n_typmods; ++i) {
    const PgQuery__Node& modifier = *node.typmods[i];
    if (modifier.node_case != PG_QUERY__NODE__NODE_A_CONST) return false;
    const PgQuery__AConst& constant = *modifier.a_const;
    if (constant.val_case == PG_QUERY__A__CONST__VAL_IVAL)
      values.push_back(constant.ival->ival);
    else if (constant.val_case == PG_QUERY__A__CONST__VAL__NOT_SET)
      values.push_back(0);
    else
      return false;
  }
  return true;
}

std::string modifier_of(TypeId id, std::vector<int> values) {
  if (values.empty()) return {};
  if (id == type::interval) {
    const std::string fields = interval_fields(values[0]);
    const std::string precision = values.size() > 1 ? std::to_string(std::min(values[1], 6)) : "";
    if (fields.empty()) return precision;
    return precision.empty() ? fields : fields + "(" + precision + ")";
  }
  if (id == type::numeric && values.size() == 1) values.push_back(0);
  if (id == type::time || id == type::timetz || id == type::timestamp || id == type::timestamptz)
    values[0] = std::min(values[0], 6);
  std::string text;
  for (const int value : values) text += (text.empty() ? "" : ",") + std::to_string(value);
  return text;
}

}  // namespace

TypeUse Analyzer::type_name(const PgQuery__TypeName& node) {
  const auto [schema, name] = schema_and_name(node.n_names, node.names);
  TypeUse use;
  if (!node.pct_type) use.id = names.find_type(schema, name, path);
  if (use.id == type::none) {
    unsure = true;
    if (schema.empty() && !node.pct_type) qualify(node.location, only_schema());
    return use;
  }
  refer_type(use.id);
  if (schema.empty()) qualify(node.location, names.types.info(use.id).schema);
  std::vector<int> values;
  if (integers(node, values)) {
    use.modifier = names.types.modifier(modifier_of(use.id, std::move(values)));
  } else {
    // geometry(Point, 4326): only the type itself could read it.
    unsure = true;
    std::string written;
    for (std::size_t i = 0; i < node.n_typmods; ++i) {
      Result<std::string> each = parse::deparse_expression(*node.typmods[i]);
      written += (i > 0 ? "," : "") + (each ? *each : std::string("?"));
    }
    use.modifier = names.types.modifier(written);
  }
  if (node.n_array_bounds > 0) use.id = names.types.array_of(use.id);
  if (use.id == type::none) unsure = true;
  return use;
}

void Analyzer::refer_type(TypeId id) {
  const TypeInfo& info = names.types.info(id);
  if (info.object) references.insert(info.object->id);
}

}  // namespace trueup::canonical
