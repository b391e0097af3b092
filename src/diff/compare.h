#pragma once

#include <string>
#include <vector>

#include "model/catalog.h"

namespace trueup::diff {

enum class Change { create, drop, alter };

/// What has to happen to one object. `fields` (for alter) are names as in each_field, or "owner", "comment", "acl".
struct Delta {
  Change change = Change::alter;
  ObjectId id;
  std::vector<std::string> fields;

  bool operator==(const Delta&) const = default;
};

/// A field whose keys differ while one of them is unsure: only a server can tell.
struct Undecided {
  ObjectId id;
  std::string field;

  bool operator==(const Undecided&) const = default;
};

/// Everything that differs, sorted by id.
struct Difference {
  std::vector<Delta> deltas;
  std::vector<Undecided> undecided;  ///< not among the deltas

  [[nodiscard]] bool empty() const { return deltas.empty() && undecided.empty(); }
};

/// Compares two canonical catalogs field by field; names no kind.
/// Not compared: an owner that the desired side (`to`) does not state; roles and memberships that only `from` has
/// (never dropped); column positions.
[[nodiscard]] Difference compare(const Catalog& from, const Catalog& to);

}  // namespace trueup::diff
