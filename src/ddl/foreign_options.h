#pragma once

#include <string>

#include "ddl/rules.h"

namespace trueup::ddl {

/// " OPTIONS (name 'value', …)", or "" where there are none. Adds the secrets among them to `secrets`.
[[nodiscard]] std::string with_foreign_options(const ForeignOptions& options, std::vector<std::string>& secrets);

/// "<prefix> OPTIONS (ADD …, SET …, DROP …)": one statement that leads from `from` to `to`; none where they are equal.
[[nodiscard]] Statements change_foreign_options(const std::string& prefix, const ForeignOptions& from,
                                                const ForeignOptions& to);

/// A statement whose text holds `secrets` (as SQL literals).
[[nodiscard]] Statement secretive(std::string sql, std::vector<std::string> secrets);

}  // namespace trueup::ddl
