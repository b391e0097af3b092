#include "parse/security_label.h"

#include <fmt/format.h>

#include "base/quote.h"
#include "parse/target.h"

namespace trueup::parse {

namespace {

/// nullptr for a column of what is no table: not an object of its own.
Object* find_column(Step& step, Nodes parts, Outcome& outcome) {
  if (parts.size() < 2) return nullptr;
  const Nodes relation = parts.first(parts.size() - 1);
  const ObjectId* id = find_relation(step, relation);
  if (id == nullptr) {
    outcome = missing_relation(step, relation);
    return nullptr;
  }
  if (!is_table(id->kind)) return nullptr;
  const std::string column = cut_identifier(string_of(parts.back()));
  Object* found = step.fold.catalog.find(column_id(id->schema, id->name, column));
  if (found == nullptr)
    outcome = {.missing = fmt::format("column {} of {}", quote_identifier(column), to_string(*id)), .offset = -1};
  return found;
}

/// nullptr where the label is on no object of its own: the index behind a key, the sequence behind an identity column.
Object* find_labelled(Step& step, const PgQuery__SecLabelStmt& stmt, Outcome& outcome) {
  if (stmt.objtype == PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN) return find_column(step, items_of(stmt.object), outcome);
  const Target target = find_target(step, stmt.objtype, stmt.object);
  outcome = target.outcome;
  if (!target.id) return nullptr;
  const bool behind = stmt.objtype == PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE && target.id->kind == Kind::column;
  return behind ? nullptr : step.fold.catalog.find(*target.id);
}

}  // namespace

Outcome security_label(Step& step, const PgQuery__SecLabelStmt& stmt) {
  Outcome outcome;
  Object* object = find_labelled(step, stmt, outcome);
  if (!outcome.missing.empty()) return outcome;
  const std::string provider = stmt.provider;
  if (object == nullptr || provider.empty()) {
    step.not_managed(object == nullptr ? fmt::format("a security label on this {}", word_of(stmt.objtype))
                                       : "a security label whose provider is not named (FOR …)");
    return {};
  }
  // The grammar gives NULL as the empty text, which no provider takes for a label.
  if (const std::string label = stmt.label; label.empty())
    object->security_labels.erase(provider);
  else
    object->security_labels[provider] = label;
  return {};
}

}  // namespace trueup::parse
