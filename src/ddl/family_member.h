#pragma once

#include <string>

#include "model/operator.h"

namespace trueup::ddl {

/// A member as ALTER OPERATOR FAMILY … ADD and CREATE OPERATOR CLASS take it, all types stated:
/// "OPERATOR 1 public.<(a, b)", "FUNCTION 1 (a, b) public.f(a,b)".
[[nodiscard]] std::string member_text(const FamilyMember& member);

/// A member as ALTER OPERATOR FAMILY … DROP takes it: "OPERATOR 1 (a, b)".
[[nodiscard]] std::string member_slot(const FamilyMember& member);

}  // namespace trueup::ddl
