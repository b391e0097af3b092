#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_routine(Step& step, const PgQuery__CreateFunctionStmt& stmt);
Outcome alter_routine(Step& step, const PgQuery__AlterFunctionStmt& stmt);

/// A list of FunctionParameter nodes.
[[nodiscard]] std::vector<Parameter> parameters_of(const Step& step, Nodes list);

/// The value of SET name TO … / = … as the server stores it: list-valued settings quoted item by item.
[[nodiscard]] std::string setting_value(const PgQuery__VariableSetStmt& set);

}  // namespace trueup::parse
