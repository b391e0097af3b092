#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/object_id.h"
#include "parse/script.h"

namespace trueup::hazards {

/// What comments in the files of the desired state allow: `-- trueup: allow ID` beside an object.
class Beside {
 public:
  /// Reads the comments of `scripts`, whose statements are about `subjects`. Ids of no hazard are warnings in
  /// `diagnostics`.
  static Beside read(const std::vector<parse::Script>& scripts, const parse::Subjects& subjects,
                     Diagnostics& diagnostics);

  /// Whether a comment allows `hazard` for `id`: beside it, or beside what it is part of.
  [[nodiscard]] bool allows(const ObjectId& id, const std::string& hazard) const;

 private:
  std::map<ObjectId, std::set<std::string>> allowed_;
};

}  // namespace trueup::hazards
