#pragma once

#include <string>
#include <vector>

#include "cli/compared.h"
#include "plan/parking.h"

namespace trueup::cli {

/// Whether a plan was tried on the embedded server, in words.
struct Proof {
  bool proven = false;
  bool failed = false;                    ///< it was tried, and the plan did not do what it should
  std::size_t loaded = 0;                 ///< objects of both states that were loaded for it; 0 where it was not tried
  std::size_t total = 0;                  ///< objects of both states
  std::vector<std::string> rows_survive;  ///< tables whose rows are the same after up
  std::vector<std::string> rows_return;   ///< and after the way back
  std::vector<std::string> rows_lost;     ///< and not, as the plans say
  std::string summary;                    ///< "proven up and down on PostgreSQL 15.20", "not proven: --no-proof"
  std::vector<std::string> notes;         ///< what it covers, and what it leaves open
  std::vector<std::string> failures;
};

/// Tries both ways between `ends` on the embedded server. Where that is not wanted or not possible, the proof says why
/// there is none.
[[nodiscard]] Proof prove(Session& session, const Compared& ends, const plan::Plan& up, const plan::Plan& down,
                          const plan::Parking& parking);

/// Fails when a proof was tried and did not hold, naming what failed.
[[nodiscard]] Result<void> refuse_failed_proof(const Proof& proof);

}  // namespace trueup::cli
