#pragma once

#include <string>

#include "introspect/row.h"
#include "model/foreign.h"

namespace trueup::introspect {

/// A query's column for the options in `column` (a text[]): name and value one after the other. Of secrets the server
/// gives a digest; the value never leaves it.
[[nodiscard]] std::string options_without_secrets(const std::string& column);

/// Reads that column.
[[nodiscard]] ForeignOptions foreign_options_of(const std::vector<std::string>& names_and_values);

}  // namespace trueup::introspect
