#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_view(Step& step, const PgQuery__ViewStmt& stmt);

/// CREATE MATERIALIZED VIEW; CREATE TABLE AS and SELECT INTO are named and left out.
Outcome create_table_as(Step& step, const PgQuery__CreateTableAsStmt& stmt);

}  // namespace trueup::parse
