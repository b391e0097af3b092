#include "effects/form.h"

// Partitions and inheritance.

namespace trueup::effects {

namespace {

void attach(Telling& t) {
  const std::string_view parent = t.word(2);
  const std::string_view part = t.word(5);
  t.lock(parent, LockMode::share_update_exclusive);
  t.lock(t.scene.tree_of(part), LockMode::access_exclusive);
  t.scan(t.scene.tree_of(part));
  if (const std::string rest = t.default_partition(parent); !rest.empty() && rest != part) {
    t.lock(t.scene.tree_of(rest), LockMode::access_exclusive);
    t.scan(t.scene.tree_of(rest));
  }
  t.lock_partners(parent, LockMode::share_row_exclusive);
  t.scene.descend(part, parent);
}

void detach(Telling& t) {
  const std::string_view parent = t.word(2);
  const std::string_view part = t.word(5);
  const bool concurrently = t.says("CONCURRENTLY");
  t.lock(parent, concurrently ? LockMode::share_update_exclusive : LockMode::access_exclusive);
  t.lock(t.scene.tree_of(part), t.scene.version < 14 ? LockMode::share_update_exclusive : LockMode::access_exclusive);
  if (const std::string rest = t.default_partition(parent); !rest.empty())
    t.lock(t.scene.tree_of(rest), LockMode::access_exclusive);
  if (!concurrently) t.lock_partners(parent, LockMode::share_row_exclusive);
  // Rows there may still point at those that leave.
  std::vector<std::string> referers = t.referers(parent);
  t.lock(referers, LockMode::access_exclusive);
  std::erase(referers, part);
  t.scan(referers);
  t.scene.leave(part, parent);
}

void inherit(Telling& t) {
  t.lock(t.scene.tree_of(t.word(2)), LockMode::access_exclusive);
  t.lock(t.word(4), LockMode::share_update_exclusive);
  t.scene.descend(t.word(2), t.word(4));
}

void no_inherit(Telling& t) {
  t.lock(t.word(2), LockMode::access_exclusive);
  t.scene.leave(t.word(2), t.word(5));
}

constexpr Form forms[] = {
    {"ALTER TABLE @ ATTACH PARTITION @", attach},
    {"ALTER TABLE @ DETACH PARTITION @", detach},
    {"ALTER TABLE @ INHERIT @", inherit},
    {"ALTER TABLE @ NO INHERIT @", no_inherit},
};

}  // namespace

std::span<const Form> descent_forms() { return forms; }

}  // namespace trueup::effects
