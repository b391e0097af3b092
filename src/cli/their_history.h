#pragma once

#include <vector>

#include "db/connection.h"
#include "migrations/adopt.h"

namespace trueup::cli {

/// Another tool's history table in a database, read.
struct TheirHistory {
  const migrations::HistoryTable* kind = nullptr;
  std::string table;  ///< schema and name, quoted where needed
  std::vector<migrations::TheirRow> rows;
};

/// All that are there, with one query for their names and one for each. Fails when a table may not be read.
[[nodiscard]] Result<std::vector<TheirHistory>> read_their_histories(db::Connection& connection);

}  // namespace trueup::cli
