#pragma once

#include <optional>
#include <string>
#include <vector>

#include "apply/history.h"
#include "apply/journal.h"
#include "migrations/revision.h"

namespace trueup::apply {

/// Why files and history do not fit together. The names are frozen.
enum class Trouble {
  changed,         ///< an applied file is not what it was
  missing,         ///< an applied one has no file
  skipped_number,  ///< between two files a number is left out
  out_of_order,    ///< one that is not applied comes before one that is
  edited_history,  ///< the history does not say what the journal says, or is gone
  unfinished,      ///< a run was stopped half way
  unknown_state,   ///< the database holds relations, and nothing was ever run
  manifest,        ///< files and trueup.sum do not fit together (found by `migrate validate`)
};

[[nodiscard]] std::string_view name_of(Trouble trouble);  ///< "skipped-number"

struct Problem {
  Trouble trouble = Trouble::changed;
  std::string version;
  std::string file;     ///< "" where there is none
  std::string message;  ///< in one sentence
  std::string hint;     ///< what to do about it
};

/// Where a revision stands.
enum class State { pending, applied, baseline, rolled_back };

[[nodiscard]] std::string_view name_of(State state);  ///< "rolled back"

struct Position {
  const migrations::Revision* revision = nullptr;
  State state = State::pending;
  const Event* event = nullptr;  ///< what put it there; nullptr while nothing has
};

/// A directory against what a database says of it.
struct Standing {
  std::vector<Position> positions;  ///< in the order of application
  std::vector<Problem> problems;
};

/// Compares files, history and journal. Two files with one number are not here: reading the directory finds them.
[[nodiscard]] Standing compare(const migrations::Directory& directory, const History& history,
                               const std::optional<Run>& unfinished);

/// What `up` runs: the pending versioned revisions up to `last` (all when nullptr), then repeatable ones that changed
/// (only without `last`). On a database that nothing was run on, a baseline stands for what comes before it.
[[nodiscard]] std::vector<const migrations::Revision*> pending(const migrations::Directory& directory,
                                                               const History& history, const Standing& standing,
                                                               const migrations::Revision* last);

/// The applied revisions that `down` can run back, the latest first.
[[nodiscard]] std::vector<const migrations::Revision*> applied(const Standing& standing);

/// Fails with all that is wrong, one line each. Nothing may be run then.
[[nodiscard]] Result<void> refuse(const std::vector<Problem>& problems);

}  // namespace trueup::apply
