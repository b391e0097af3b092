#include "hazards/beside.h"

#include <algorithm>

#include "hazards/allow.h"
#include "hazards/hazard.h"
#include "parse/directive.h"
#include "parse/source.h"

namespace trueup::hazards {

namespace {

/// The column or constraint that stands at the directive's place; "" for the object as a whole.
std::string element_name(const parse::Node& node, const parse::Place& place) {
  if (!place.constraint.empty()) return place.constraint;
  if (place.element < 0 || node.node_case != PG_QUERY__NODE__NODE_CREATE_STMT) return {};
  const PgQuery__CreateStmt& stmt = *node.create_stmt;
  if (place.element >= static_cast<int>(stmt.n_table_elts)) return {};
  const parse::Node& element = *stmt.table_elts[place.element];
  if (element.node_case == PG_QUERY__NODE__NODE_COLUMN_DEF) return element.column_def->colname;
  if (element.node_case == PG_QUERY__NODE__NODE_CONSTRAINT) return element.constraint->conname;
  return {};
}

/// The objects that the directive is beside.
std::vector<ObjectId> objects_at(const parse::StatementSubjects& subjects, const std::string& element) {
  std::vector<ObjectId> found;
  for (const std::vector<ObjectId>& item : subjects.items)
    for (const ObjectId& id : item) {
      if (element.empty()) {
        found.push_back(id);
        continue;
      }
      if (has_parent(id.kind)) continue;
      for (const Kind kind :
           {Kind::column, Kind::primary_key, Kind::unique_key, Kind::check, Kind::foreign_key, Kind::exclusion})
        found.push_back({.kind = kind, .schema = id.schema, .parent = id.name, .name = element, .signature = {}});
    }
  return found;
}

}  // namespace

Beside Beside::read(const std::vector<parse::Script>& scripts, const parse::Subjects& subjects,
                    Diagnostics& diagnostics) {
  Beside beside;
  for (std::size_t i = 0; i < scripts.size(); ++i) {
    if (scripts[i].text.find("allow") == std::string::npos) continue;
    Diagnostics said_already;
    parse::Source source;
    parse::load(scripts[i], source, said_already, newest_server);
    for (const parse::Directive& directive : parse::find_directives(source, said_already)) {
      const parse::Statement& statement = source.statements[directive.place.statement];
      for (const std::string& id : directive.allow)
        if (id != "all" && !find(id)) diagnostics.push_back(unknown_hazard(source, directive.offset, id));
      for (const parse::StatementSubjects& subject : subjects.statements) {
        if (subject.script != i || subject.offset != statement.offset) continue;
        for (const ObjectId& id : objects_at(subject, element_name(*statement.node, directive.place)))
          beside.allowed_[id].insert(directive.allow.begin(), directive.allow.end());
      }
    }
  }
  return beside;
}

bool Beside::allows(const ObjectId& id, const std::string& hazard) const {
  return std::any_of(allowed_.begin(), allowed_.end(), [&](const auto& entry) {
    const auto& [beside, ids] = entry;
    if (!ids.contains("all") && !ids.contains(hazard)) return false;
    const bool part =
        !id.parent.empty() && !has_parent(beside.kind) && beside.schema == id.schema && beside.name == id.parent;
    return beside == id || part;
  });
}

}  // namespace trueup::hazards
