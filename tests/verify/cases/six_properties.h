#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "db/scratch.h"

namespace trueup::verify {

/// Runs one case (a directory with old.sql and new.sql) through six properties on a server: both doors agree on both
/// ends, the plan applies, its result is the desired state, planning again is empty, down returns to old, seeded rows
/// survive where the plan says so. Gives what does not hold, one line each.
///
/// A file `expect` may say, one word per line: `noop` (nothing is planned; without it something must be), `destroys`
/// (the plan says that it destroys something; without it it must not), `refused` (no plan is made).
///
/// `slices`, where given: the case stands among other objects (cases/background.sql), and the proof by slice must come
/// to the same verdict as the full one, also on a plan with a statement missing. Counts them.
struct Slices {
  int compared = 0;
  int not_tried = 0;  ///< code in the files, or statements that cannot be told apart
  std::size_t loaded = 0;
  std::size_t total = 0;
};
[[nodiscard]] std::vector<std::string> six_properties(const std::filesystem::path& directory, db::Scratch& scratch,
                                                      Slices* slices = nullptr);

}  // namespace trueup::verify
