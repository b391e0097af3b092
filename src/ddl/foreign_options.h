#pragma once

#include <string>

#include "ddl/rules.h"

namespace trueup::ddl {

/// What a statement's text holds of secrets, gathered while it is written.
struct Secrets {
  std::vector<std::string> literals;
  bool lacking = false;  ///< one of them is not known
};

/// " OPTIONS (name 'value', …)", or "" where there are none. Adds the secrets among them to `secrets`.
[[nodiscard]] std::string with_foreign_options(const ForeignOptions& options, Secrets& secrets);

/// "<prefix> OPTIONS (ADD …, SET …, DROP …)": one statement that leads from `from` to `to`; none where they are equal.
[[nodiscard]] Statements change_foreign_options(const std::string& prefix, const ForeignOptions& from,
                                                const ForeignOptions& to);

/// A statement whose text holds `secrets`.
[[nodiscard]] Statement secretive(std::string sql, Secrets secrets);

}  // namespace trueup::ddl
