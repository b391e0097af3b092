#include "parse/builtin_functions.h"

#include <algorithm>

namespace trueup::parse {

// Sorted by bytes.
static constexpr std::string_view names[] = {
#include "parse/builtin_functions.inc"
};

bool is_builtin_function(std::string_view name) { return std::binary_search(std::begin(names), std::end(names), name); }

}  // namespace trueup::parse
