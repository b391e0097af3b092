#include "effects/form.h"

// Partitions and inheritance.

namespace trueup::effects {

namespace {

/// The default partition of `parent`, by its name now; "" where it has none.
std::string default_partition(const Telling& t, std::string_view parent) {
  for (const std::string& child : t.scene.tree_of(parent)) {
    const Object* table = t.scene.object(child);
    const auto descent = table ? descent_of(*table) : decltype(descent_of(*table)){};
    if (descent && *descent.partition_of && descent.partition_bound->text == "DEFAULT" && child != parent) return child;
  }
  return {};
}

void attach(Telling& t) {
  const std::string_view parent = t.word(2);
  const std::string_view part = t.word(5);
  t.lock(parent, LockMode::share_update_exclusive);
  t.lock(t.scene.tree_of(part), LockMode::access_exclusive);
  t.scan(t.scene.tree_of(part));
  if (const std::string rest = default_partition(t, parent); !rest.empty() && rest != part) {
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
  t.lock(t.scene.tree_of(part), LockMode::access_exclusive);
  if (const std::string rest = default_partition(t, parent); !rest.empty())
    t.lock(t.scene.tree_of(rest), LockMode::access_exclusive);
  t.lock_partners(parent, LockMode::share_row_exclusive);
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
