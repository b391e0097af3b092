#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_statistics(Step& step, const PgQuery__CreateStatsStmt& stmt);
Outcome alter_statistics(Step& step, const PgQuery__AlterStatsStmt& stmt);

/// LIKE … INCLUDING STATISTICS: copies of the source's, under names that the server chooses.
void copy_statistics(const Step& step, const ObjectId& table, const ObjectId& source, bool comments, int node_location);

/// The statistics of a table: all, or those that use one of its columns.
[[nodiscard]] std::vector<ObjectId> statistics_on(const Fold& fold, const ObjectId& table);
[[nodiscard]] std::vector<ObjectId> statistics_with(const Fold& fold, const ObjectId& column);

}  // namespace trueup::parse
