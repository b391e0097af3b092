#pragma once

#include <optional>
#include <string>

#include "trial/verdict.h"

namespace trueup::trial {

/// Compares a state with a report that is no SQL: the names a statement took, the columns that are NOT NULL.
/// nullopt for contexts without such a report.
[[nodiscard]] std::optional<Comparison> compare_report(const std::string& context, const std::string& sql,
                                                       const std::string& stored);

/// The report itself, from the model; nullopt for contexts without one.
[[nodiscard]] std::optional<std::string> report(const std::string& context, const Catalog& catalog);

}  // namespace trueup::trial
