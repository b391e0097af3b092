#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/scratch.h"
#include "plan/plan.h"

namespace trueup::verify {

/// Two states as SQL, and what is expected of the way from one to the other: `noop` (nothing is planned; without it
/// something must be), `destroys` (the plan says that it destroys something; without it it must not), `renames`
/// (nothing but renames is planned), `refused` (no plan is made), `anything` (neither noop nor destroys is looked at),
/// `parks` (what goes is parked; `not-parked`: there is something to say about that).
struct Pair {
  std::string old_sql;
  std::string new_sql;
  std::set<std::string> expected;
  bool online = false;          ///< by the forms for databases in use, every table taken to hold rows
  std::string background = {};  ///< objects that both states hold besides
};

struct Outcome {
  std::vector<std::string> failures;  ///< what does not hold, one line each
  bool refused_by_server = false;     ///< the server does not take a state as it is written
};

/// How the proof by slice did beside the full one.
struct Slices {
  int compared = 0;
  int not_tried = 0;  ///< code in the files, or statements that cannot be told apart
  std::size_t loaded = 0;
  std::size_t total = 0;
};

/// Runs a pair through six properties on a server: both doors agree on both ends, the plan applies, its result is the
/// desired state, planning again is empty, down returns to old, seeded rows survive where the plan says so.
///
/// `slices`, where given: the proof by slice must come to the same verdict as the full one, also on a plan with a
/// statement missing. Counts them.
[[nodiscard]] Outcome six_properties(const Pair& pair, db::Scratch& scratch, Slices* slices = nullptr);

/// The plans for a pair, as six_properties makes and describes them.
struct PairPlans {
  plan::Plan up;
  plan::Plan down;
  std::set<std::string> roles;  ///< that the states name
};

/// nullopt where a pair has no plans: a server that refuses one of its states, a plan that is to be refused.
[[nodiscard]] std::optional<PairPlans> plans_of(const Pair& pair, db::Scratch& scratch);

/// The pair in a directory: old.sql, new.sql, and what is expected, one word per line, in a file `expect`; among other
/// objects (cases/background.sql) where that is asked for.
[[nodiscard]] Pair read_pair(const std::filesystem::path& directory, bool with_background = false);

}  // namespace trueup::verify
