#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "ddl/rules.h"
#include "diff/compare.h"
#include "model/catalog.h"
#include "model/object_id.h"
#include "plan/effect.h"

namespace trueup::plan {

/// One statement of a plan, in its place.
struct Step {
  ObjectId subject;
  diff::Change change = diff::Change::alter;  ///< what happens to the subject: made, changed, or taken away
  ddl::Statement statement;
  Effect effect = {};  ///< filled by effects::describe; nothing is known before
};

/// Statements that run in one transaction; or, outside any, exactly one statement.
struct Segment {
  bool transactional = true;
  std::vector<Step> steps;
};

/// An ordered way from one catalog to another.
struct Plan {
  std::vector<Segment> segments;
  std::vector<diff::Undecided> undecided;  ///< left out: nobody could tell whether they differ
  Diagnostics diagnostics;                 ///< column order that will differ, grants to unknown roles …

  [[nodiscard]] bool empty() const { return segments.empty(); }
  [[nodiscard]] std::size_t size() const;  ///< number of statements
  [[nodiscard]] std::vector<ddl::Destruction> destructions() const;
};

/// Plans the way from `from` to `to`, both canonical. The way back is make(to, from).
/// Statements are ordered by what they need; what stands on something rebuilt is rebuilt with it.
/// Fails with the members of a cycle when no order exists, and with the role's name when a grant names a role that
/// neither exists nor is stated. Equal input gives equal output. See docs/architecture.md, "Order".
[[nodiscard]] Result<Plan> make(const Catalog& from, const Catalog& to);

/// The same for a difference already at hand (compare(from, to), perhaps settled by a server).
[[nodiscard]] Result<Plan> make(const Catalog& from, const Catalog& to, const diff::Difference& difference);

/// An empty catalog to plan from: dump and proof render a state as the way from nothing. Takes over the server
/// version, roles and current_user of `of`; holds the schema "public" as a new database does.
[[nodiscard]] Catalog blank(const Catalog& of);

}  // namespace trueup::plan
