#include "base/quote.h"
#include "canonical/modification.h"
#include "canonical/print.h"

namespace trueup::canonical {

void Printer::assignments(const Modification& change) {
  bool first = true;
  for (const Assignment& assignment : change.assignments) {
    out_ += first ? " SET " : ", ";
    first = false;
    out_ += '(';
    for (const std::string& column : assignment.columns) out_ += quote_identifier(column) + ",";
    out_ += ") = ";
    if (assignment.value)
      expression(*assignment.value, true);
    else
      out_ += "DEFAULT";
  }
}

void Printer::conflict(const Modification& change) {
  if (change.conflict.empty()) return;
  out_ += " ON CONFLICT";
  if (!change.constraint.empty()) out_ += " ON CONSTRAINT " + quote_identifier(change.constraint);
  if (!change.arbiters.empty()) {
    out_ += " (";
    list(change.arbiters);
    out_ += ')';
  }
  if (change.arbiter_where) {
    out_ += " WHERE ";
    expression(*change.arbiter_where, true);
  }
  out_ += " DO " + change.conflict;
  assignments(change);
  if (change.conflict_where) {
    out_ += " WHERE ";
    expression(*change.conflict_where, true);
  }
}

void Printer::insertion(Query& query) {
  const Modification& change = *query.modification;
  out_ += " (";
  for (const std::string& column : change.columns) out_ += quote_identifier(column) + ",";
  out_ += ')';
  if (!change.overriding.empty()) out_ += " OVERRIDING " + change.overriding;
  if (change.source) {
    out_ += ' ';
    this->query(*change.source);
  } else if (change.rows.empty()) {
    out_ += " DEFAULT VALUES";
  }
  for (const std::vector<Expr*>& row : change.rows) {
    out_ += " VALUES (";
    bool first = true;
    for (const Expr* value : row) {
      if (!first) out_ += ", ";
      first = false;
      if (value)
        expression(*value, true);
      else
        out_ += "DEFAULT";
    }
    out_ += ')';
  }
  conflict(change);
}

void Printer::modification(Query& query) {
  static constexpr std::string_view words[] = {"INSERT INTO ", "UPDATE ", "DELETE FROM "};
  const Modification& change = *query.modification;
  out_ += words[static_cast<int>(change.command)];
  from(*change.target);
  if (change.command == Modification::Command::insert)
    insertion(query);
  else if (change.command == Modification::Command::update)
    assignments(change);
  bool first = true;
  for (const RangeEntry* entry : query.from) {
    out_ += first ? " FROM " : ", ";
    first = false;
    from(*entry);
  }
  if (query.where) {
    out_ += " WHERE ";
    expression(*query.where, true);
  }
  first = true;
  for (const Target& target : query.targets) {
    out_ += first ? " RETURNING " : ", ";
    first = false;
    expression(*target.expr, false);
    out_ += " AS " + quote_identifier(target.name);
  }
}

}  // namespace trueup::canonical
