#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "model/catalog.h"
#include "model/renaming.h"
#include "parse/subjects.h"
#include "plan/plan.h"

namespace trueup::verify {

/// Objects of two states, under the names that the desired one has for them: those that a change can touch, those that
/// can stand in its way, and all that these need to be made.
using Slice = std::set<ObjectId>;

/// What the slice is taken from. The references must outlive the call.
struct Change {
  const Catalog& from;  ///< canonical, under the names that `to` has for what is renamed
  const Catalog& to;    ///< canonical
  const plan::Plan& up;
  const plan::Plan& down;
  const Renaming& renaming;
  const parse::Subjects* subjects = nullptr;  ///< of the files that `to` was read from, where there are any
  std::vector<std::string> rows = {};         ///< statements that fill tables
};

/// The slice of a change. Closed: whatever an object of it refers to or is part of is in it, whole relations with all
/// that stands on them, and inheritance trees from root to leaf. Besides the objects that the plans name it holds
///  - what stands on them (of a table that only gets a column: not the foreign keys that reference it);
///  - what has one of their names in the same namespace, overloads, and names that the server would choose before
///  theirs;
///  - routines whose bodies mention them, and what the bodies of its own routines mention;
///  - roles, schemas, extensions, default privileges, event triggers, casts, publications and what else can matter
///    wherever it stands.
/// Equal input gives an equal slice. See docs/architecture.md, "Proof".
[[nodiscard]] Slice slice_of(const Change& change);

/// How many objects two states have together.
[[nodiscard]] std::size_t size_of(const Catalog& from, const Catalog& to);

/// `whole` without what is not in `slice`. `names`: what its objects are called there.
[[nodiscard]] Catalog cut(const Catalog& whole, const Slice& slice, const Renaming& names = {});

}  // namespace trueup::verify
