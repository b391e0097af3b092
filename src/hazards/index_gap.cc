#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

const PgQuery__IndexStmt* built_later(const Scene& scene, std::string_view name) {
  for (const Statement& later : scene.after)
    if (later.node().node_case == PG_QUERY__NODE__NODE_INDEX_STMT && later.node().index_stmt->idxname == name)
      return later.node().index_stmt;
  return nullptr;
}

void check(const Scene& scene, Report& report) {
  each_dropped(scene, PG_QUERY__OBJECT_TYPE__OBJECT_INDEX, [&](const auto& name, const PgQuery__DropStmt& drop) {
    // DROP … IF EXISTS just before clears away what a failed attempt left.
    if (drop.missing_ok || scene.history.made_index(name.back())) return;
    const PgQuery__IndexStmt* next = built_later(scene, name.back());
    if (!next || scene.history.idle(*next->relation)) return;
    report.add(fmt::format("{} is missing until it is built again", shown(name)));
  });
}

}  // namespace

const Hazard index_gap = {.id = "index-gap",
                          .level = Level::warning,
                          .title = "an index is dropped before its replacement is there",
                          .why =
                              "until the new index is built, queries that used the old one read the whole table, and a "
                              "unique one guards nothing",
                          .safe = "rename the old index, build the new one CONCURRENTLY, then drop the old one",
                          .check = check};

}  // namespace trueup::hazards
