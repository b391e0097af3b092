#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "model/catalog.h"
#include "parse/script.h"
#include "verify/site.h"

namespace trueup::verify {

/// How much of the scripts runs.
enum class Scope {
  schema,      ///< what states objects; code and data (DO, SELECT, INSERT …) is left out
  everything,  ///< all but rows for COPY: what a server would make of the files
};

/// How much has to run so that a server holds what `stated` (read from the scripts) says.
[[nodiscard]] Scope scope_of(const Catalog& stated);

/// What became of the statements that did not run.
struct Loaded {
  Diagnostics left_out;              ///< not schema, or never run on the embedded server
  Diagnostics failed;                ///< with the server's message; their effects are missing
  std::set<std::string> roles_made;  ///< roles that code among the statements made
};

/// Runs desired SQL in `site` as written, statement by statement. Files have no order between them: a statement that
/// fails waits, with what follows it in its file, until others have run; only when nothing moves any more are single
/// statements passed over, and foreign keys written inline split off. Syntax errors count as failed.
[[nodiscard]] Result<Loaded> load(Site& site, const std::vector<parse::Script>& scripts, Scope scope);

}  // namespace trueup::verify
