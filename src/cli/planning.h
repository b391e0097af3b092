#pragma once

#include <vector>

#include "cli/compared.h"
#include "cli/proof.h"
#include "cli/risks.h"
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
  Risks risks;
};

/// compare_ends, then both plans. What was left undecided is shown on the console. Drops and creates that may be one
/// rename are asked about on a terminal, and otherwise told of with the directive that would say so.
[[nodiscard]] Result<Planned> plan_between(Session& session, const source::Source& from, const source::Source& to);

/// Fails with code refused when there is anything in `refused`.
[[nodiscard]] Result<void> refuse_risks(const Session& session, const std::vector<ddl::Destruction>& refused);

}  // namespace trueup::cli
