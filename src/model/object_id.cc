#include "model/object_id.h"

#include "base/quote.h"

namespace trueup {

std::string sql_name(const ObjectId& id) {
  if (has_parent(id.kind)) return quote_identifier(id.name);
  if (id.kind == Kind::cast) return "(" + id.name + " AS " + id.signature + ")";
  if (id.kind == Kind::transform) return "FOR " + id.name + " LANGUAGE " + quote_identifier(id.signature);
  if (id.kind == Kind::sql_operator) return operator_name(id) + " (" + id.signature + ")";
  std::string text = qualified(id.schema, id.name);
  if (id.kind == Kind::aggregate && id.signature.empty()) return text + "(*)";
  if (is_routine(id.kind)) text += "(" + id.signature + ")";
  if (id.kind == Kind::operator_class || id.kind == Kind::operator_family)
    text += " USING " + quote_identifier(id.signature);
  return text;
}

std::string sql_parent(const ObjectId& id) { return qualified(id.schema, id.parent); }

std::string to_string(const ObjectId& id) {
  std::string text(name_of(id.kind));
  text += ' ';
  if (id.kind == Kind::membership) return text + quote_identifier(id.parent) + " to " + quote_identifier(id.name);
  if (id.kind == Kind::default_privilege) {
    text += "on " + id.name;
    if (!id.parent.empty()) text += " for " + quote_identifier(id.parent);
    if (!id.schema.empty()) text += " in " + quote_identifier(id.schema);
    return text;
  }
  if (id.kind == Kind::publication_table) return text + sql_parent(id) + " in " + quote_identifier(id.name);
  if (id.kind == Kind::publication_schema)
    return text + quote_identifier(id.schema) + " in " + quote_identifier(id.name);
  if (id.kind == Kind::user_mapping)
    return text + "for " +
           (!id.signature.empty() ? "CURRENT_USER"
            : id.name.empty()     ? "PUBLIC"
                                  : quote_identifier(id.name)) +
           " on " + quote_identifier(id.parent);
  if (has_parent(id.kind)) text += sql_parent(id) + ".";
  return text + sql_name(id);
}

std::string operator_name(const ObjectId& id) {
  return id.schema.empty() ? id.name : quote_identifier(id.schema) + "." + id.name;
}

ObjectId table_id(std::string_view schema, std::string_view name) {
  return {.kind = Kind::table, .schema = std::string(schema), .parent = {}, .name = std::string(name), .signature = {}};
}

ObjectId column_id(std::string_view schema, std::string_view relation, std::string_view name) {
  return {.kind = Kind::column,
          .schema = std::string(schema),
          .parent = std::string(relation),
          .name = std::string(name),
          .signature = {}};
}

}  // namespace trueup
