#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

/// The index is new, or its table holds no rows.
bool is_idle(const Scene& scene, const std::vector<std::string>& name) {
  if (scene.history.made_index(name.back())) return true;
  if (!scene.runner.live || name.size() < 2) return false;
  const Object* object = scene.runner.live->find(ObjectId{
      .kind = Kind::index, .schema = name[name.size() - 2], .parent = {}, .name = name.back(), .signature = {}});
  const auto* index = object ? std::get_if<Index>(&object->payload) : nullptr;
  return index && scene.history.idle(NamedRelation({index->table.schema, index->table.name}).range);
}

void check(const Scene& scene, Report& report) {
  each_dropped(scene, PG_QUERY__OBJECT_TYPE__OBJECT_INDEX, [&](const auto& name, const PgQuery__DropStmt& drop) {
    if (drop.concurrent || is_idle(scene, name)) return;
    report.add(fmt::format("reads and writes of the table of {} wait for this lock", shown(name)));
  });
}

}  // namespace

const Hazard drop_index_blocks = {.id = "drop-index-blocks",
                                  .level = Level::warning,
                                  .title = "an index is dropped while reads and writes wait",
                                  .why =
                                      "DROP INDEX takes an ACCESS EXCLUSIVE lock on the table: it waits for every "
                                      "running query, and whatever comes after waits behind it",
                                  .safe = "DROP INDEX CONCURRENTLY, outside a transaction, one index at a time",
                                  .check = check};

}  // namespace trueup::hazards
