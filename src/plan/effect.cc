#include "plan/effect.h"

#include <algorithm>

namespace trueup::plan {

std::string_view lock_name(LockMode mode) {
  switch (mode) {
    case LockMode::access_share:
      return "ACCESS SHARE";
    case LockMode::row_share:
      return "ROW SHARE";
    case LockMode::row_exclusive:
      return "ROW EXCLUSIVE";
    case LockMode::share_update_exclusive:
      return "SHARE UPDATE EXCLUSIVE";
    case LockMode::share:
      return "SHARE";
    case LockMode::share_row_exclusive:
      return "SHARE ROW EXCLUSIVE";
    case LockMode::exclusive:
      return "EXCLUSIVE";
    case LockMode::access_exclusive:
      return "ACCESS EXCLUSIVE";
  }
  return "";
}

bool Effect::reads_wait() const {
  return std::any_of(locks.begin(), locks.end(),
                     [](const auto& lock) { return lock.second == LockMode::access_exclusive; });
}

bool Effect::writes_wait() const {
  return std::any_of(locks.begin(), locks.end(), [](const auto& lock) {
    // Writing takes ROW EXCLUSIVE on the table, and on each of its indexes while the statement is planned ACCESS SHARE.
    return lock.second == LockMode::access_exclusive ||
           (lock.second >= LockMode::share && lock.first.kind != Kind::index);
  });
}

}  // namespace trueup::plan
