#pragma once

#include "canonical/literals.h"

namespace trueup::canonical {

/// '{…}' of an array type, '[a,b)' of a range type, '(…)' of a composite type: element by element.
[[nodiscard]] Literal read_array(Names& names, std::string_view text, TypeUse type);
[[nodiscard]] Literal read_range(Names& names, std::string_view text, const TypeInfo& type);
[[nodiscard]] Literal read_multirange(Names& names, std::string_view text, const TypeInfo& range);
[[nodiscard]] Literal read_row(Names& names, std::string_view text, TypeId type);

}  // namespace trueup::canonical
