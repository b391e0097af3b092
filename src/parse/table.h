#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_table(Step& step, const PgQuery__CreateStmt& stmt);

/// ALTER TABLE, and what goes by the same node: ALTER INDEX, VIEW, MATERIALIZED VIEW, SEQUENCE, TYPE (attributes).
Outcome alter_table(Step& step, const PgQuery__AlterTableStmt& stmt);

/// After ALTER INDEX … ATTACH PARTITION: the parent index is whole once every partition has its part.
void complete_index(const Step& step, const ObjectId& index);

/// CREATE TABLE (LIKE source …): what the options take over. Columns at their place; the rest once the table stands.
void like_columns(const Step& step, const ObjectId& table, const PgQuery__TableLikeClause& like);
void like_rest(const Step& step, const ObjectId& table, const PgQuery__TableLikeClause& like);

}  // namespace trueup::parse
