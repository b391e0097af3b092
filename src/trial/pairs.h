#pragma once

#include <optional>
#include <string>

#include "trial/tsv.h"

namespace trueup::trial {

/// The statements that bring about what is `written` in a context of the tables; nullopt for contexts that hold no
/// statement of a kind in the model.
[[nodiscard]] std::string statements(const std::string& context, const std::string& written);

/// SQL that states what the server stored, in a context of the tables; nullopt where the stored text is a report that
/// cannot be turned back into SQL.
[[nodiscard]] std::optional<std::string> stored_statements(const std::string& context, const std::string& setup,
                                                           const std::string& ddl, const std::string& written,
                                                           const std::string& stored);

/// The report of table public.t, one line per column, constraint, index and sequence, as SQL.
[[nodiscard]] std::optional<std::string> stored_table(const std::string& stored);

}  // namespace trueup::trial
