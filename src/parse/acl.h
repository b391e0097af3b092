#pragma once

#include "parse/step.h"

namespace trueup::parse {

/// Gives a new object its first privileges: the built-in ones of its kind and what the default privileges stated
/// before it in the same script add or take.
void apply_default_acl(const Step& step, Object& object);

/// Every privilege word of a kind, as ALL PRIVILEGES means it.
[[nodiscard]] std::vector<std::string> all_privileges(Kind kind, int server_version);

}  // namespace trueup::parse
