#include "parse/comment.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/quote.h"
#include "parse/not_null.h"
#include "parse/target.h"

namespace trueup::parse {

namespace {

void set(std::map<std::string, std::string>& comments, const std::string& column, const std::string& text) {
  if (text.empty())
    comments.erase(column);
  else
    comments[column] = text;
}

Outcome comment_on_column(Step& step, const PgQuery__CommentStmt& stmt) {
  const Nodes parts = items_of(stmt.object);
  if (parts.size() < 2) return {};
  const Nodes relation = parts.first(parts.size() - 1);
  const ObjectId* id = find_relation(step, relation);
  if (!id) return missing_relation(step, relation);
  const std::string column = cut_identifier(string_of(parts.back()));
  Object& object = *step.fold.catalog.find(*id);
  if (auto* view = std::get_if<View>(&object.payload)) set(view->column_comments, column, stmt.comment);
  if (auto* view = std::get_if<MaterializedView>(&object.payload)) set(view->column_comments, column, stmt.comment);
  if (auto* type = std::get_if<CompositeType>(&object.payload))
    for (Attribute& attribute : type->attributes)
      if (attribute.name == column) attribute.comment = stmt.comment;
  if (!is_table(id->kind)) return {};
  Object* target = step.fold.catalog.find(column_id(id->schema, id->name, column));
  if (!target)
    return {.missing = fmt::format("column {} of {}", quote_identifier(column), to_string(*id)), .offset = -1};
  target->comment = stmt.comment;
  return {};
}

// COMMENT ON INDEX of a constraint and COMMENT ON SEQUENCE of an identity column; nullptr for an object's own comment.
std::string* comment_behind(Object& object, PgQuery__ObjectType type) {
  const bool index = type == PG_QUERY__OBJECT_TYPE__OBJECT_INDEX;
  if (auto* key = std::get_if<Key>(&object.payload)) return index ? &key->index_comment : nullptr;
  if (auto* exclusion = std::get_if<Exclusion>(&object.payload)) return index ? &exclusion->index_comment : nullptr;
  auto* column = std::get_if<Column>(&object.payload);
  return column && column->identity ? &column->identity->comment : nullptr;
}

bool comment_on_domain_not_null(const Step& step, const PgQuery__CommentStmt& stmt) {
  const Nodes parts = items_of(stmt.object);
  if (parts.size() < 2 || parts[0]->node_case != PG_QUERY__NODE__NODE_TYPE_NAME) return false;
  const ObjectId* id = find_type(step, nodes(parts[0]->type_name->n_names, parts[0]->type_name->names));
  auto* domain = id ? std::get_if<Domain>(&step.fold.catalog.find(*id)->payload) : nullptr;
  if (!domain || !domain->not_null || domain->not_null_name != cut_identifier(string_of(parts[1]))) return false;
  domain->not_null_comment = stmt.comment;
  return true;
}

bool comment_on_not_null(const Step& step, const PgQuery__CommentStmt& stmt) {
  const Nodes parts = items_of(stmt.object);
  const ObjectId* table = parts.size() < 2 ? nullptr : find_relation(step, parts.first(parts.size() - 1));
  Object* column = table ? column_of_not_null(step, *table, cut_identifier(string_of(parts.back()))) : nullptr;
  if (column) std::get<Column>(column->payload).not_null_constraint.comment = stmt.comment;
  return column != nullptr;
}

}  // namespace

Outcome comment_on(Step& step, const PgQuery__CommentStmt& stmt) {
  if (stmt.objtype == PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN) return comment_on_column(step, stmt);
  if (stmt.objtype == PG_QUERY__OBJECT_TYPE__OBJECT_TABCONSTRAINT && comment_on_not_null(step, stmt)) return {};
  if (stmt.objtype == PG_QUERY__OBJECT_TYPE__OBJECT_DOMCONSTRAINT && comment_on_domain_not_null(step, stmt)) return {};
  const Target target = find_target(step, stmt.objtype, stmt.object);
  if (!target.managed) step.not_managed(fmt::format("the comment on this {}", word_of(stmt.objtype)));
  if (!target.id) return target.outcome;
  if (std::string* behind = comment_behind(*step.fold.catalog.find(*target.id), stmt.objtype)) {
    *behind = stmt.comment;
    return {};
  }
  std::string text = stmt.comment;
  if (target.id->kind == Kind::schema && target.id->name == "public" && text == "standard public schema") text.clear();
  step.fold.catalog.find(*target.id)->comment = std::move(text);
  return {};
}

}  // namespace trueup::parse
