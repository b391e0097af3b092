#include "canonical/key_element.h"

#include "base/quote.h"
#include "canonical/builtins/builtins.h"
#include "canonical/collation.h"
#include "canonical/type_text.h"

namespace trueup::canonical {
namespace {

bool binary_coercible(const Types& types, TypeId from, TypeId to) {
  const TypeInfo& info = types.info(from);
  switch (to) {
    case type::anyarray:
      return info.element != type::none;
    case type::anyenum:
      return info.kind == 'e';
    case type::anyrange:
      return info.kind == 'r';
    case type::anymultirange:
      return info.kind == 'm';
    case type::record:
      return info.kind == 'c';
    default:
      break;
  }
  if (const Types::Cast* own = types.extension_cast(from, to)) return own->method == 'b' && own->context == 'i';
  const builtins::Cast* cast = builtins::cast(from, to);
  return cast && cast->method == 'b' && cast->context == 'i';
}

}  // namespace

std::string default_operator_class(Types& types, std::string_view method, TypeId id) {
  id = types.base(id);
  for (const ExtensionLine& line : types.extensions())
    if (line.kind == 'p' && line.fields[0] == method && types.parse(line.fields[2]).id == id)
      return qualified(line.schema, line.fields[1]);
  std::string_view found;
  bool preferred = false;
  for (const builtins::OperatorClass& row : builtins::operator_classes(method)) {
    if (!row.is_default) continue;
    if (row.type == id) return std::string(row.name);
    if (!binary_coercible(types, id, row.type) || preferred) continue;
    found = row.name;
    preferred = types.info(row.type).preferred;
  }
  return std::string(found);
}

static const Column* column_of(const Catalog& catalog, const RelationInfo& table, const std::string& name) {
  if (!table.object) return nullptr;
  const Object* object = catalog.find(column_id(table.object->schema, table.object->name, name));
  return object ? std::get_if<Column>(&object->payload) : nullptr;
}

void key_element(Pass& pass, KeyElement& element, const Surroundings& around, std::string_view method) {
  Expression& expression = element.expression;
  TypeUse type;
  if (element.is_column && around.table) {
    std::string_view rest = expression.text;
    const std::string name = take_identifier(rest);
    expression.key = quote_identifier(name);
    expression.search_path.clear();
    expression.references.clear();
    if (around.table->object) {
      const ObjectId& table = *around.table->object;
      const ObjectId id = column_id(table.schema, table.name, name);
      expression.references.push_back(pass.catalog.find(id) ? id : table);
    }
    for (const ColumnInfo& column : around.table->columns)
      if (column.name == name) type = column.type;
    const Column* column = column_of(pass.catalog, *around.table, name);
    const std::string own = column ? column->collation : "";
    if (own.empty())
      clear_own_collation(pass.names.types, type.id, element.collation);
    else if (element.collation == own)
      element.collation.clear();
  } else {
    type = pass.scalar(expression, around, Pass::Use::value).type;
    clear_own_collation(pass.names.types, type.id, element.collation);
  }
  if (type.id == type::none) return;
  // Options stand behind a class that is named, be it the default one.
  const bool named = !element.opclass_options.empty();
  if (named && element.opclass.empty())
    element.opclass = default_operator_class(pass.names.types, method, type.id);
  else if (!named && element.opclass == default_operator_class(pass.names.types, method, type.id))
    element.opclass.clear();
}

}  // namespace trueup::canonical
