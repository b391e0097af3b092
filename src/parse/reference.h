#pragma once

#include "parse/step.h"

namespace trueup::parse {

/// A routine or operator that a definition names, or what has to be folded first.
struct Reference {
  std::optional<ObjectId> id;
  Outcome outcome;
};

/// The function of that name with one of `signatures` as its parameters; where none is declared: PostgreSQL's own, or
/// an extension's, with the first of them.
[[nodiscard]] Reference routine_reference(const Step& step, Nodes parts, const std::vector<std::string>& signatures);

/// The same by argument types stated with the name; by its only overload where none are.
[[nodiscard]] Reference routine_reference(const Step& step, const PgQuery__ObjectWithArgs& name);

/// The operator of that name for these operands ("integer,integer").
[[nodiscard]] Reference operator_reference(const Step& step, Nodes parts, const std::string& signature);

/// A function of PostgreSQL's own that a definition knows by its name alone, since its parameters follow from its use
/// or differ between versions: the id then has no signature. Others stay as they are.
[[nodiscard]] ObjectId nameable(ObjectId routine);

/// "integer,integer" of the operand types; "NONE" for a side without.
[[nodiscard]] std::string operands_of(const Step& step, Nodes types);

}  // namespace trueup::parse
