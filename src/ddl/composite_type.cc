#include <algorithm>
#include <map>

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"
#include "model/encode.h"

namespace trueup::ddl {

namespace {

using Attributes = std::vector<Attribute>;

std::string definition(const Attribute& attribute) {
  std::string text = quote_identifier(attribute.name) + " " + attribute.type;
  if (!attribute.collation.empty()) text += " COLLATE " + attribute.collation;
  return text;
}

Statement comment_on(const Object& type, const Attribute& attribute) {
  return statement("COMMENT ON COLUMN " + sql_name(type.id) + "." + quote_identifier(attribute.name) + " IS " +
                   (attribute.comment.empty() ? "NULL" : quote_literal(attribute.comment)));
}

Statements create(const Object& object, const Context& context) {
  std::vector<std::string> parts;
  const Attributes& attributes = as<CompositeType>(object).attributes;
  for (const Attribute& attribute : attributes) parts.push_back(definition(attribute));
  Statements statements = {statement("CREATE TYPE " + sql_name(object.id) + " AS (" + join(parts) + ")")};
  append(statements, attributes_after_create(object, context));
  for (const Attribute& attribute : attributes)
    if (!attribute.comment.empty()) statements.push_back(comment_on(object, attribute));
  return statements;
}

Statements drop(const Object& object, const Context&) { return {statement("DROP TYPE " + sql_name(object.id))}; }

const Attribute* find(const Attributes& attributes, const std::string& name) {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const Attribute& attribute) { return attribute.name == name; });
  return found == attributes.end() ? nullptr : &*found;
}

bool same_type(const Attribute& a, const Attribute& b) { return a.type == b.type && a.collation == b.collation; }

/// True when a column of a table, or an attribute of another type, has this type (or an array of it): the server then
/// refuses ALTER ATTRIBUTE … TYPE.
bool stored(const ObjectId& type, const Catalog& catalog) {
  const std::string name = sql_name(type);
  const auto uses = [&](const std::string& other) { return other == name || other.starts_with(name + "["); };
  return std::any_of(catalog.objects.begin(), catalog.objects.end(), [&](const auto& entry) {
    const Object& object = entry.second;
    if (const auto* column = std::get_if<Column>(&object.payload)) return uses(column->type);
    if (const auto* composite = std::get_if<CompositeType>(&object.payload))
      return std::any_of(composite->attributes.begin(), composite->attributes.end(),
                         [&](const Attribute& attribute) { return uses(attribute.type); });
    if (const auto* domain = std::get_if<Domain>(&object.payload)) return uses(domain->type);
    return false;
  });
}

/// Attributes that stay must keep their order and new ones come last; a type changes only while nothing stores it.
Change how_attributes(const Object& from, const Object& to, const Context& context) {
  const Attributes& old = as<CompositeType>(from).attributes;
  const Attributes& wanted = as<CompositeType>(to).attributes;
  Attributes left;
  for (const Attribute& attribute : old)
    if (find(wanted, attribute.name) != nullptr) left.push_back(attribute);
  bool changes_type = false;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i].name != wanted[i].name) return Change::rebuild;
    changes_type = changes_type || !same_type(left[i], wanted[i]);
  }
  return changes_type && stored(from.id, context.from) ? Change::rebuild : Change::alter;
}

/// " CASCADE" where a typed table follows the type.
std::string cascade(const ObjectId& type, const Catalog& catalog) {
  const std::string name = sql_name(type);
  const bool typed = std::any_of(catalog.objects.begin(), catalog.objects.end(), [&](const auto& entry) {
    const auto* table = std::get_if<Table>(&entry.second.payload);
    return table != nullptr && table->of_type == name;
  });
  return typed ? " CASCADE" : "";
}

Statement drop_attribute(const Object& type, const Attribute& attribute, const std::string& prefix,
                         const std::string& suffix, const Catalog& catalog) {
  Statement drop = statement(prefix + "DROP ATTRIBUTE " + quote_identifier(attribute.name) + suffix);
  if (stored(type.id, catalog) || !suffix.empty())
    drop.destroys = {.hazard = "drop-attribute",
                     .what = "attribute " + sql_name(type.id) + "." + quote_identifier(attribute.name)};
  return drop;
}

Statements alter_attributes(const Object& from, const Object& to, const Context& context) {
  const Attributes& old = as<CompositeType>(from).attributes;
  const Attributes& wanted = as<CompositeType>(to).attributes;
  const std::string prefix = "ALTER TYPE " + sql_name(to.id) + " ";
  const std::string suffix = cascade(from.id, context.from);
  Statements statements;
  for (const Attribute& attribute : old)
    if (find(wanted, attribute.name) == nullptr)
      statements.push_back(drop_attribute(from, attribute, prefix, suffix, context.from));
  Statements comments;
  for (const Attribute& attribute : wanted) {
    const Attribute* before = find(old, attribute.name);
    if (before == nullptr)
      statements.push_back(statement(prefix + "ADD ATTRIBUTE " + definition(attribute) + suffix));
    else if (!same_type(*before, attribute)) {
      std::string sql = prefix + "ALTER ATTRIBUTE " + quote_identifier(attribute.name) + " TYPE " + attribute.type;
      if (!attribute.collation.empty()) sql += " COLLATE " + attribute.collation;
      statements.push_back(statement(sql + suffix));
    }
    if (attribute.comment != (before == nullptr ? "" : before->comment)) comments.push_back(comment_on(to, attribute));
  }
  append(statements, std::move(comments));
  return statements;
}

constexpr FieldRule fields[] = {{.field = "attributes", .alter = alter_attributes, .how = how_attributes}};

}  // namespace

constinit const KindRules composite_type_rules = {
    .kind = Kind::composite_type, .weight = 60, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
