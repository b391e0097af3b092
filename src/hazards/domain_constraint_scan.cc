#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  if (scene.node().node_case != PG_QUERY__NODE__NODE_ALTER_DOMAIN_STMT) return;
  const PgQuery__AlterDomainStmt& stmt = *scene.node().alter_domain_stmt;
  const auto name = parse::strings_of(nodes(stmt.n_type_name, stmt.type_name));
  if (scene.history.made_type(name.back())) return;
  const bool not_null = std::string_view(stmt.subtype) == "O";
  const bool constraint = std::string_view(stmt.subtype) == "C" && stmt.def && !stmt.def->constraint->skip_validation;
  if (!not_null && !constraint) return;
  report.add(fmt::format("writes to every table with a column of {} wait until its rows are checked", shown(name)));
}

}  // namespace

const Hazard domain_constraint_scan = {
    .id = "domain-constraint-scan",
    .level = Level::warning,
    .title = "a domain's constraint reads every table that uses it",
    .why = "a constraint of a domain is checked on every column of that type, while writes to those tables wait",
    .safe = "ALTER DOMAIN … ADD CONSTRAINT … NOT VALID, then VALIDATE CONSTRAINT; or a check on the table",
    .check = check};

}  // namespace trueup::hazards
