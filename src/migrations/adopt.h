#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "migrations/revision.h"

namespace trueup::migrations {

// What other tools' tables in a database say of what is applied there.

/// How one tool keeps its history.
struct HistoryTable {
  std::string_view format;  ///< the name of its Format
  std::string_view table;
  std::vector<std::string_view> columns;  ///< that the table must have: names alone are shared by tools
  std::vector<std::string_view> without;  ///< that it must not have
  /// Selects (version, description, fine) of what is in force, in the order of application; `{}` is the table.
  std::string_view query;
  bool last_only = false;  ///< the rows are the last revisions only: what comes before them is applied as well
};

/// One row per tool: Flyway, golang-migrate, goose, dbmate, Alembic, Sqitch, Liquibase.
[[nodiscard]] std::span<const HistoryTable> history_tables();

/// What such a query gives.
struct TheirRow {
  std::string version;
  std::string description;
  bool fine = true;  ///< false: it failed half way, and somebody has to look first
};

/// The revisions of `directory` that `rows` of `table` say are applied, in the order of application. A revision is
/// theirs by its version where the directory is of their format, by its header's "Imported" line otherwise. Fails when
/// a row is not fine, when it names what the directory does not have, and when a revision was passed over.
[[nodiscard]] Result<std::vector<const Revision*>> adopted(const Directory& directory, const HistoryTable& table,
                                                           const std::vector<TheirRow>& rows);

}  // namespace trueup::migrations
