#pragma once

#include <string>

#include "model/table.h"

namespace trueup {

/// The column's name in a bare column element: its identifier without quotes.
[[nodiscard]] std::string column_of(const KeyElement& element);

}  // namespace trueup
