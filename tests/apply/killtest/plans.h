#pragma once

#include <map>
#include <string>
#include <vector>

namespace trueup::killtest {

/// Something to be run on a database, killed, and gone on with.
struct Plan {
  enum class Command { up, down, apply };

  std::string name;
  Command command = Command::up;
  std::map<std::string, std::string> files;  ///< beside 001_start.sql; of apply: "desired.sql"
  std::string blocked = "public.t";          ///< the relation whose users a concurrent statement waits for
};

/// What every database begins with.
extern const char* const start_sql;

[[nodiscard]] std::vector<Plan> all_plans();

}  // namespace trueup::killtest
