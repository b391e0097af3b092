#pragma once

#include <optional>
#include <string_view>

#include "model/kind.h"
#include "model/text_search.h"

namespace trueup {

/// True for a text search object of that kind and name in pg_catalog (through PostgreSQL 18).
[[nodiscard]] bool is_builtin_text_search(Kind kind, std::string_view name);

/// The configuration of that qualified name ("pg_catalog.english"), as snowball_create.pl makes it; nullopt for names
/// that the server does not bring.
[[nodiscard]] std::optional<TextSearchConfiguration> builtin_text_search_configuration(std::string_view name);

}  // namespace trueup
