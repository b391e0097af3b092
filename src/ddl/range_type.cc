#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

Statements create(const Object& object, const Context& context) {
  const RangeType& range = as<RangeType>(object);
  std::vector<std::string> parts;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) parts.push_back(std::string(name) + " = " + value);
  };
  add("SUBTYPE", range.subtype);
  add("SUBTYPE_OPCLASS", range.subtype_opclass);
  add("COLLATION", range.collation);
  add("CANONICAL", range.canonical);
  add("SUBTYPE_DIFF", range.subtype_diff);
  if (context.to.server_version >= 140000) add("MULTIRANGE_TYPE_NAME", range.multirange_type);
  Statements statements = {statement("CREATE TYPE " + sql_name(object.id) + " AS RANGE (" + join(parts) + ")")};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) { return {statement("DROP TYPE " + sql_name(object.id))}; }

// Nothing of a range type can be changed in place.
constexpr FieldRule fields[] = {
    {.field = "subtype", .alter = nullptr},      {.field = "subtype_opclass", .alter = nullptr},
    {.field = "collation", .alter = nullptr},    {.field = "canonical", .alter = nullptr},
    {.field = "subtype_diff", .alter = nullptr}, {.field = "multirange_type", .alter = nullptr},
};

}  // namespace

constinit const KindRules range_type_rules = {
    .kind = Kind::range_type, .weight = 70, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
