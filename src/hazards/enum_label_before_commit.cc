#include <fmt/format.h>

#include <algorithm>

#include "hazards/look.h"
#include "parse/tree.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  if (!scene.statement.in_transaction || scene.node().node_case == PG_QUERY__NODE__NODE_ALTER_ENUM_STMT) return;
  const std::vector<std::string> added = scene.history.labels_added(scene.statement.transaction);
  if (added.empty()) return;
  parse::for_each_node(scene.node(), [&](const Node& node) {
    const bool constant = node.node_case == PG_QUERY__NODE__NODE_A_CONST;
    const std::string value = constant ? std::string(parse::string_of(&node)) : "";
    if (constant && std::find(added.begin(), added.end(), value) != added.end())
      report.add_at(node.a_const->location, fmt::format("'{}' was added in this transaction", value));
    return true;
  });
}

}  // namespace

const Hazard enum_label_before_commit = {
    .id = "enum-label-before-commit",
    .level = Level::warning,
    .title = "a new enum label is used before it is committed",
    .why = "PostgreSQL refuses to use a label in the transaction that added it",
    .safe = "commit between the two: in a migration file a line `-- trueup: segment`",
    .check = check};

}  // namespace trueup::hazards
