#pragma once

#include <string>
#include <string_view>

namespace trueup {

/// `name` as PostgreSQL's quote_ident writes it: bare when it is lower-case and no keyword that needs quotes.
[[nodiscard]] std::string quote_identifier(std::string_view name);

/// `schema.name`, each part quoted where needed; only `name` when `schema` is empty.
[[nodiscard]] std::string qualified(std::string_view schema, std::string_view name);

/// `text` as a standard string literal, or as E'…' when it holds a backslash (PostgreSQL's quote_literal).
[[nodiscard]] std::string quote_literal(std::string_view text);

/// `body` between dollar quotes whose tag does not occur in it.
[[nodiscard]] std::string dollar_quote(std::string_view body);

}  // namespace trueup
