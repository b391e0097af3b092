#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_composite_type(Step& step, const PgQuery__CompositeTypeStmt& stmt);

/// ALTER TYPE … ADD / DROP / ALTER ATTRIBUTE, which the grammar gives as column commands.
Outcome alter_attribute(Step& step, CompositeType& type, const PgQuery__AlterTableCmd& command);

}  // namespace trueup::parse
