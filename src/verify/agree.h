#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "db/scratch.h"
#include "model/catalog.h"
#include "parse/script.h"

namespace trueup::verify {

/// One thing that the two doors see differently. `field` "" means the whole object.
struct Disagreement {
  ObjectId id;
  std::string field;
  std::string parsed;  ///< what trueup read; "" where it read nothing
  std::string loaded;  ///< what the server holds; "" where it holds nothing
};

struct Agreement {
  std::vector<Disagreement> differences;
  int undecided = 0;     ///< fields whose keys differ without certainty: settled by the server when planning
  Diagnostics left_out;  ///< statements that trueup does not manage, or that did not run on the server
  Diagnostics failed;    ///< statements that the server refused
  std::string server;    ///< "15.20"

  [[nodiscard]] bool ok() const { return differences.empty() && failed.empty(); }
};

/// Does trueup understand these files as a server does? Compares parse(files) with what a server holds that has run
/// them whole.
[[nodiscard]] Result<Agreement> agree(const std::vector<parse::Script>& scripts, db::Scratch& scratch);

/// The same with the parsed catalog at hand (canonical).
[[nodiscard]] Result<Agreement> agree(const Catalog& parsed, const std::vector<parse::Script>& scripts,
                                      db::Scratch& scratch);

/// The comparison alone: `loaded` is what a server holds that has run the files. Adds to `agreement`.
void compare_doors(const Catalog& stated, Catalog loaded, Agreement& agreement);

}  // namespace trueup::verify
