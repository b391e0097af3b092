#pragma once

#include <vector>

#include "cli/session.h"
#include "diff/compare.h"
#include "plan/plan.h"

namespace trueup::cli {

/// Both ends, narrowed to what is managed, and what differs.
struct Compared {
  source::Loaded from;
  source::Loaded to;
  std::string from_fingerprint;  ///< of `from` as it was read, before it was narrowed
  std::string to_fingerprint;    ///< of `to` narrowed and completed
  diff::Difference difference;   ///< what stays undecided is in it
};

/// Loads both ends, narrows them to what filters and [manage] leave, compares them, and settles on the embedded server
/// what the texts alone do not decide (unless --no-scratch).
[[nodiscard]] Result<Compared> compare_ends(Session& session, const source::Source& from, const source::Source& to);

/// Whether a plan was tried on the embedded server, in words.
struct Proof {
  bool proven = false;
  bool failed = false;             ///< it was tried, and the plan did not do what it should
  std::string summary;             ///< "proven up and down on PostgreSQL 15.20", "not proven: --no-proof"
  std::vector<std::string> notes;  ///< what it covers, and what it leaves open
  std::vector<std::string> failures;
};

/// A plan with its way back.
struct Planned {
  Compared ends;
  plan::Plan up;
  plan::Plan down;
  Proof proof;
};

/// compare_ends, then both plans. What was left undecided is shown on the console.
[[nodiscard]] Result<Planned> plan_between(Session& session, const source::Source& from, const source::Source& to);

/// What `plan` destroys and --allow does not permit.
[[nodiscard]] std::vector<ddl::Destruction> not_allowed(const Arguments& arguments, const plan::Plan& plan);

/// Fails when a proof was tried and did not hold, naming what failed.
[[nodiscard]] Result<void> refuse_failed_proof(const Planned& planned);

/// Fails with code refused when `plan` destroys what --allow does not permit.
[[nodiscard]] Result<void> refuse_destruction(const Arguments& arguments, const plan::Plan& plan);

}  // namespace trueup::cli
