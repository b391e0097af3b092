#pragma once

#include <string>
#include <string_view>

#include "canonical/pass.h"

namespace trueup::canonical {

/// One element of an index, exclusion constraint or partition key: its expression, and no operator class or collation
/// that the type or column has anyway.
void key_element(Pass& pass, KeyElement& element, const Surroundings& around, std::string_view method);

/// The operator class that an index of `method` uses for `type` when none is named (GetDefaultOpClass); "" when there
/// is none among PostgreSQL's own and those of its extensions.
[[nodiscard]] std::string default_operator_class(Types& types, std::string_view method, TypeId type);

}  // namespace trueup::canonical
