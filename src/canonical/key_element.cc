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
  if (const Types::Cast* own = types.stated_cast(from, to)) return own->method == 'b' && own->context == 'i';
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

/// The stated operator class that is the default of that type.
static const ObjectId* own_default_class(const Pass& pass, Types& types, std::string_view method, TypeId id) {
  const ObjectId first{.kind = Kind::operator_class, .schema = {}, .parent = {}, .name = {}, .signature = {}};
  for (auto it = pass.catalog.objects.lower_bound(first); it != pass.catalog.objects.end(); ++it) {
    if (it->first.kind != Kind::operator_class) break;
    const auto& own = std::get<OperatorClass>(it->second.payload);
    if (own.is_default && it->first.signature == method && types.parse(own.type).id == types.base(id))
      return &it->first;
  }
  return nullptr;
}

/// The stated operator class that an element names or that its type has anyway; a default one need not be named.
static void stated_class(Pass& pass, KeyElement& element, TypeId id, std::string_view method) {
  const ObjectId* own = id == type::none ? nullptr : own_default_class(pass, pass.names.types, method, id);
  if (own && element.opclass == qualified(own->schema, own->name)) element.opclass.clear();
  std::optional<ObjectId> used;
  if (element.opclass.empty()) {
    if (own) used = *own;
  } else {
    std::string_view name = element.opclass;
    ObjectId named{.kind = Kind::operator_class,
                   .schema = take_identifier(name),
                   .parent = {},
                   .name = {},
                   .signature = std::string(method)};
    if (!name.starts_with('.')) return;
    name.remove_prefix(1);
    named.name = take_identifier(name);
    if (pass.catalog.find(named)) used = std::move(named);
  }
  if (used) element.expression.references.push_back(std::move(*used));
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
  stated_class(pass, element, type.id, method);
}

}  // namespace trueup::canonical
