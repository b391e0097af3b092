#include <fmt/format.h>

#include "base/quote.h"
#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  const auto say = [&](int location, const PgQuery__RangeVar& table, const std::string& columns) {
    report.add_at(location, fmt::format("this fails where rows of {} are equal in {}", shown(table), columns),
                  fmt::format("look first: SELECT {0}, count(*) FROM {1} GROUP BY {0} HAVING count(*) > 1", columns,
                              shown(table)));
  };
  each_constraint_added(scene,
                        [&](const PgQuery__Constraint& constraint, const PgQuery__RangeVar& table, auto* column) {
                          const bool unique = constraint.contype == PG_QUERY__CONSTR_TYPE__CONSTR_UNIQUE ||
                                              constraint.contype == PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY;
                          if (unique && !column && !*constraint.indexname)
                            say(constraint.location, table, joined(nodes(constraint.n_keys, constraint.keys)));
                        });
  if (scene.node().node_case != PG_QUERY__NODE__NODE_INDEX_STMT) return;
  const PgQuery__IndexStmt& index = *scene.node().index_stmt;
  if (!index.unique || scene.history.idle(*index.relation)) return;
  std::string columns;
  for (const Node* element : nodes(index.n_index_params, index.index_params)) {
    if (!*element->index_elem->name) return;  // of expressions
    columns += (columns.empty() ? "" : ", ") + quote_identifier(element->index_elem->name);
  }
  say(-1, *index.relation, columns);
}

}  // namespace

const Hazard unique_may_fail = {.id = "unique-may-fail",
                                .level = Level::advice,
                                .title = "uniqueness over rows that may not be unique",
                                .why = "it fails on the first pair of equal rows, after having read the table",
                                .safe = "look for duplicates first",
                                .check = check};

}  // namespace trueup::hazards
