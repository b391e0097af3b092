#pragma once

#include "model/catalog.h"

namespace trueup::effects {

/// True where a default may be another for each row: the server then writes it into every row there is, where a
/// constant is only noted down. A function that nobody here knows counts as volatile.
[[nodiscard]] bool fills_by_row(const Expression& value, const Object& column, const Catalog& catalog);

/// True for a domain, here or below, that takes not every value: every row is then checked, by rewriting.
[[nodiscard]] bool is_checked_domain(const std::string& type, const Catalog& catalog);

}  // namespace trueup::effects
