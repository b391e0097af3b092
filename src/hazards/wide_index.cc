#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  constexpr std::size_t many = 3;
  if (scene.node().node_case != PG_QUERY__NODE__NODE_INDEX_STMT) return;
  const PgQuery__IndexStmt& index = *scene.node().index_stmt;
  if (index.unique || index.n_index_params <= many) return;
  report.add(fmt::format("{} columns in one index", index.n_index_params));
}

}  // namespace

const Hazard wide_index = {.id = "wide-index",
                           .level = Level::advice,
                           .title = "an index over more than three columns",
                           .why =
                               "every column makes the index larger and each write dearer, and beyond the third it "
                               "seldom makes a search shorter",
                           .safe = "keep the columns that narrow the search; put those that are only read into INCLUDE",
                           .check = check};

}  // namespace trueup::hazards
