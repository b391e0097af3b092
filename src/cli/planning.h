#pragma once

#include <vector>

#include "cli/compared.h"
#include "cli/proof.h"
#include "plan/parking.h"

namespace trueup::cli {

/// Loads both ends, narrows them to what filters and [manage] leave, compares them, and settles on the embedded server
/// what the texts alone do not decide (unless --no-scratch).
[[nodiscard]] Result<Compared> compare_ends(Session& session, const source::Source& from, const source::Source& to);

/// A plan with its way back.
struct Planned {
  Compared ends;
  plan::Plan up;
  plan::Plan down;
  plan::Parking parking;
  Proof proof;
  diff::Filter filter;  ///< what its fingerprints were made with
};

/// compare_ends, then both plans. What was left undecided is shown on the console. Drops and creates that may be one
/// rename are asked about on a terminal, and otherwise told of with the directive that would say so.
[[nodiscard]] Result<Planned> plan_between(Session& session, const source::Source& from, const source::Source& to);

/// What `plan` destroys and --allow does not permit.
[[nodiscard]] std::vector<ddl::Destruction> not_allowed(const Arguments& arguments, const plan::Plan& plan);

/// Fails with code refused when `plan` destroys what --allow does not permit.
[[nodiscard]] Result<void> refuse_destruction(const Session& session, const plan::Plan& plan);

}  // namespace trueup::cli
