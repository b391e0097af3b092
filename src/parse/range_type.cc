#include "base/quote.h"
#include "parse/acl.h"
#include "parse/define.h"
#include "parse/index.h"
#include "parse/names.h"
#include "parse/operator_class.h"
#include "parse/type.h"
#include "parse/type_name.h"

namespace trueup::parse {

static std::string routine_name(const Step& step, const Node* node) {
  const Nodes parts = value_parts(node);
  const std::string schema = routine_schema(step, parts);
  const std::string name(last_string(parts));
  return schema == "pg_catalog" ? quote_identifier(name) : qualified(schema, name);
}

Outcome create_range(Step& step, const PgQuery__CreateRangeStmt& stmt) {
  const ObjectId id = created_object(step, Kind::range_type, nodes(stmt.n_type_name, stmt.type_name));
  RangeType range;
  for (const Node* node : nodes(stmt.n_params, stmt.params)) {
    const PgQuery__DefElem& param = *node->def_elem;
    const std::string_view name = param.defname;
    if (name == "subtype" && param.arg) range.subtype = type_text(step, *param.arg->type_name, false);
    if (name == "subtype_opclass") range.subtype_opclass = operator_class_text(step, value_parts(param.arg), "btree");
    if (name == "collation") range.collation = collation_text(step, value_parts(param.arg));
    if (name == "canonical") range.canonical = routine_name(step, param.arg);
    if (name == "subtype_diff") range.subtype_diff = routine_name(step, param.arg);
    if (name == "multirange_type_name") {
      const Nodes parts = value_parts(param.arg);
      const std::string_view schema = parts.size() > 1 ? string_of(parts[parts.size() - 2]) : std::string_view{};
      range.multirange_type = qualified(creation_schema(step, schema), last_string(parts));
    }
  }
  if (range.multirange_type.empty() && step.fold.options.server_version >= 140000)
    range.multirange_type = qualified(id.schema, multirange_name(id.name));
  if (Object* object = step.define(id, std::move(range))) apply_default_acl(step, *object);
  return {};
}

}  // namespace trueup::parse
