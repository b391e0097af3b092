#include "ddl/inherited.h"

#include <algorithm>
#include <array>

#include "ddl/attributes.h"
#include "ddl/column.h"
#include "ddl/text.h"
#include "model/encode.h"

namespace trueup::ddl {

namespace {

/// Fields that the parent's statement passes on, but that an object can have for itself. The rest is either the same
/// by force or makes the object another one.
constexpr std::array<std::string_view, 4> own_fields = {"options", "tablespace", "statistics_targets", "enabled"};

}  // namespace

Statements inherited_extras(const Object& object, const Context& context) {
  if (object.id.kind == Kind::column) return inherited_column_extras(object, context);
  Statements statements;
  const Object* parent = object.inherited_from ? context.to.find(*object.inherited_from) : nullptr;
  if (parent != nullptr && parent->payload.index() == object.payload.index()) {
    const std::vector<Field> theirs = fields_of(*parent);
    const std::vector<Field> own = fields_of(object);
    for (std::size_t i = 0; i < own.size(); ++i) {
      const bool may_differ = std::find(own_fields.begin(), own_fields.end(), own[i].name) != own_fields.end();
      if (!may_differ || own[i].value == theirs[i].value) continue;
      const FieldRule& rule = field_rule(object.id.kind, own[i].name);
      append(statements, rule.alter(*parent, object, context));
    }
  }
  append(statements, attributes_after_create(object, context));
  return statements;
}

}  // namespace trueup::ddl
