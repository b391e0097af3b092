#pragma once

#include "canonical/analyzer.h"

namespace trueup::canonical {

/// Notes the edits that qualify the relations, functions and types that a data-changing statement names, and what it
/// refers to. False where a name could not be resolved: its text then needs its search_path still.
[[nodiscard]] bool qualify_statement(Analyzer& analyzer, const PgQuery__Node& statement);

}  // namespace trueup::canonical
