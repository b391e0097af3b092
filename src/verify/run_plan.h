#pragma once

#include <optional>
#include <set>
#include <string>

#include "base/result.h"
#include "model/catalog.h"
#include "plan/plan.h"
#include "verify/site.h"

namespace trueup::verify {

/// The statement of a plan that the server refused.
struct FailedStep {
  const plan::Step* step;
  std::string message;
};

/// Makes the roles that a plan's statements name and runs it, segment by segment. A statement that needs a superuser
/// cannot share the user's transaction: there the transaction is cut in two. nullopt when everything ran.
[[nodiscard]] Result<std::optional<FailedStep>> run_plan(Site& site, const plan::Plan& plan);

/// Makes the state of `catalog`, its roles included, in an empty site: as the way from nothing. Extensions are made in
/// the version at hand. Fails with the server's message, and the statement as the hint.
[[nodiscard]] Result<void> render_into(Site& site, const Catalog& catalog);

/// Tables of `from` whose rows a statement about `subject` may look at (for a sequence itself, for its position);
/// every table where that is not known.
[[nodiscard]] std::set<ObjectId> tables_behind(const ObjectId& subject, const Catalog& from, const Catalog& to);

}  // namespace trueup::verify
