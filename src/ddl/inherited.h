#pragma once

#include "ddl/rules.h"

namespace trueup::ddl {

/// For a column, index, constraint or trigger that its parent's statement brought about (`inherited_from`): the
/// statements that make of it what `object` says, where the two differ: what the parent does not pass on (comment,
/// grants, statistics …) and what the object has for itself (default, enable mode, storage parameters …).
[[nodiscard]] Statements inherited_extras(const Object& object, const Context& context);

}  // namespace trueup::ddl
