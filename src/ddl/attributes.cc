#include "ddl/attributes.h"

#include "base/quote.h"
#include "ddl/text.h"

namespace trueup::ddl {

std::string named(const Object& object) {
  const ObjectId& id = object.id;
  std::string text = std::string(keyword_of(id.kind)) + " ";
  if (id.kind == Kind::column) return text + sql_parent(id) + "." + sql_name(id);
  text += sql_name(id);
  if (id.kind == Kind::domain_check) return text + " ON DOMAIN " + sql_parent(id);
  if (has_parent(id.kind)) return text + " ON " + sql_parent(id);
  return text;
}

Statement comment_on(const Object& object) {
  // The schema public without a comment of its own has that of a new database.
  const bool is_public = object.id.kind == Kind::schema && object.id.name == "public";
  const std::string none = is_public ? "'standard public schema'" : "NULL";
  const std::string text = object.comment.empty() ? none : quote_literal(object.comment);
  return statement("COMMENT ON " + named(object) + " IS " + text);
}

namespace {

/// A sequence that belongs to a column follows its table's owner; the server refuses to set its own.
bool owner_follows_table(const Object& object) {
  const auto* sequence = std::get_if<Sequence>(&object.payload);
  return sequence != nullptr && sequence->owned_by.has_value();
}

}  // namespace

Statements owner_to(const Object& object) {
  if (!object.owner || !has_owner(object.id.kind)) return {};
  return {statement("ALTER " + named(object) + " OWNER TO " + quote_identifier(*object.owner))};
}

std::string_view current_user(const Context& context) {
  return context.from.current_user.empty() ? context.to.current_user : context.from.current_user;
}

Statements alter_owner(const Object& from, const Object& to, const Context&) {
  if (owner_follows_table(from) && owner_follows_table(to)) return {};
  return owner_to(to);
}

Statements alter_comment(const Object&, const Object& to, const Context&) { return {comment_on(to)}; }

namespace {

using Labels = std::map<std::string, std::string>;

Statements change_labels(const Object& object, const Labels& from, const Labels& to) {
  Statements statements;
  const auto label = [&](const std::string& provider, const std::string& text) {
    statements.push_back(
        statement("SECURITY LABEL FOR " + quote_identifier(provider) + " ON " + named(object) + " IS " + text));
  };
  for (const auto& [provider, text] : from)
    if (!to.contains(provider)) label(provider, "NULL");
  for (const auto& [provider, text] : to)
    if (const auto old = from.find(provider); old == from.end() || old->second != text)
      label(provider, quote_literal(text));
  return statements;
}

}  // namespace

Statements alter_security_labels(const Object& from, const Object& to, const Context&) {
  return change_labels(to, from.security_labels, to.security_labels);
}

namespace {

std::string index_comment(const Object& object) {
  if (const auto* key = std::get_if<Key>(&object.payload)) return key->index_comment;
  if (const auto* exclusion = std::get_if<Exclusion>(&object.payload)) return exclusion->index_comment;
  return {};
}

Statements change_index_comment(const ObjectId& constraint, const std::string& from, const std::string& to) {
  if (from == to) return {};
  return {statement("COMMENT ON INDEX " + qualified(constraint.schema, constraint.name) + " IS " +
                    (to.empty() ? "NULL" : quote_literal(to)))};
}

}  // namespace

Statements alter_index_comment(const Object& from, const Object& to, const Context&) {
  return change_index_comment(to.id, index_comment(from), index_comment(to));
}

Statements attributes_after_create(const Object& object, const Context& context) {
  Statements statements;
  if (object.owner && *object.owner != current_user(context)) append(statements, owner_to(object));
  if (has_acl(object.id.kind)) {
    const Acl made = acl_at_creation(object, context.from, current_user(context));
    append(statements, change_acl(object, made, object.acl));
  }
  if (!object.comment.empty()) statements.push_back(comment_on(object));
  append(statements, change_index_comment(object.id, {}, index_comment(object)));
  append(statements, change_labels(object, {}, object.security_labels));
  return statements;
}

}  // namespace trueup::ddl
