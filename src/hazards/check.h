#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "hazards/hazard.h"
#include "hazards/history.h"
#include "model/catalog.h"
#include "parse/script.h"
#include "plan/plan.h"

namespace trueup::hazards {

/// Where in a file statements begin to run in one transaction, or each by itself.
struct Part {
  int offset = 0;  ///< in bytes
  bool transactional = true;
};

/// A file of SQL that somebody will run.
struct File {
  parse::Script script;
  /// Its transactions, where who runs it begins and ends them; empty: each statement is its own, apart from what
  /// BEGIN and COMMIT in the file say.
  std::vector<Part> parts;
  bool sets_timeouts = false;  ///< who runs it sets lock_timeout
};

/// A finding with its place in a file.
struct Placed {
  Finding finding;
  Location where;
  std::string excerpt;
  int character = 0;  ///< the column in characters, from 1
};

/// What a look at a file gave.
struct Checked {
  std::vector<Placed> findings;  ///< in the order of the file
  Diagnostics diagnostics;       ///< syntax errors, comments that say nothing
  std::size_t statements = 0;
};

/// Runs every rule over a file's statements. `history` is what earlier files of the same directory did; the file is
/// added to it. What the file's comments allow is left out.
[[nodiscard]] Checked check_file(const File& file, History& history);

/// Runs the rules over the statements of `plan`, which starts from `from`: for each statement, in their order, what
/// was found. Of what a plan destroys its statements speak themselves (Statement::destroys): those rules are left out.
/// `empty`: tables of `from` that are known to hold no rows, and where nothing takes long.
[[nodiscard]] std::vector<std::vector<Finding>> check_plan(const plan::Plan& plan, const Catalog& from,
                                                           const std::set<ObjectId>& empty = {});

}  // namespace trueup::hazards
