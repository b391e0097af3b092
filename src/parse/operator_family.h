#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_operator_family(Step& step, const PgQuery__CreateOpFamilyStmt& stmt);
Outcome alter_operator_family(Step& step, const PgQuery__AlterOpFamilyStmt& stmt);
Outcome create_operator_class(Step& step, const PgQuery__CreateOpClassStmt& stmt);

/// The operator class or family of that name and access method, of what is folded so far.
[[nodiscard]] const ObjectId* find_operator_class(const Step& step, Kind kind, Nodes parts, std::string_view method);

}  // namespace trueup::parse
