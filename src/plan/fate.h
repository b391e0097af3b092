#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ddl/rules.h"
#include "diff/compare.h"
#include "model/catalog.h"

namespace trueup::plan {

/// What a plan does with one object. An object that is rebuilt is both dropped and created.
struct Fate {
  bool drop = false;
  bool create = false;
  std::vector<std::string> alter;  ///< fields changed in place
  bool disturbing = false;         ///< one of them needs the dependents taken down meanwhile
  bool detach_default = false;     ///< its default is taken off before, and put back after, what it uses is rebuilt
  bool replace_type =
      false;             ///< a type or collation under columns: renamed aside, made anew, columns converted, dropped
  bool convert = false;  ///< a column whose type is replaced
  bool joins_later = false;              ///< a new partition made as a table of its own, then taken in by its parent
  bool alone = false;                    ///< a partition's index made by itself, for its parent's to take in
  std::optional<ObjectId> parked;        ///< moved there instead of dropped, or from there instead of created
  std::optional<ObjectId> renamed_from;  ///< created by renaming that one
  std::optional<ObjectId> dropped_with;  ///< gone by another object's drop: no statement of its own
  std::optional<ObjectId> created_with;  ///< brought about by another object's statement

  [[nodiscard]] bool alters(std::string_view field) const {
    return std::find(alter.begin(), alter.end(), field) != alter.end();
  }
  [[nodiscard]] bool rebuild() const { return drop && create; }
  [[nodiscard]] bool idle() const { return !drop && !create && alter.empty() && !detach_default && !convert; }
};

using Fates = std::map<ObjectId, Fate>;

/// What `fates` holds for `id`; nullptr where the plan leaves it as it is.
[[nodiscard]] inline const Fate* fate_of(const Fates& fates, const ObjectId& id) {
  const auto it = fates.find(id);
  return it == fates.end() ? nullptr : &it->second;
}
[[nodiscard]] inline bool is_created(const Fates& fates, const ObjectId& id) {
  const Fate* fate = fate_of(fates, id);
  return fate && fate->create;
}
[[nodiscard]] inline bool is_dropped(const Fates& fates, const ObjectId& id) {
  const Fate* fate = fate_of(fates, id);
  return fate && fate->drop;
}
[[nodiscard]] inline bool is_altered(const Fates& fates, const ObjectId& id, std::string_view field) {
  const Fate* fate = fate_of(fates, id);
  return fate && fate->alters(field);
}

/// Both ends of a plan and the objects of each that stand on a given one.
class Ends {
 public:
  Ends(const Catalog& from, const Catalog& to);

  const Catalog& from;
  const Catalog& to;

  /// Objects that stand on `id` in the state the plan starts from.
  [[nodiscard]] const std::vector<const Object*>& dependents(const ObjectId& id) const;

 private:
  std::map<ObjectId, std::vector<const Object*>> dependents_;
};

/// Decides every object's fate: what the difference says, and what must be rebuilt, detached or converted because it
/// stands on something that is.
[[nodiscard]] Fates decide(const Ends& ends, const diff::Difference& difference);

/// Marks the drops and creates that another object's statement brings about: columns with their table, indexes with
/// their column, a partition's objects with its parent's.
void cover(const Ends& ends, Fates& fates);

}  // namespace trueup::plan
