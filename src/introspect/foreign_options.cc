#include "introspect/foreign_options.h"

#include "base/quote.h"

namespace trueup::introspect {

std::string options_without_secrets(const std::string& column) {
  std::string words;
  for (const std::string& word : secret_words()) words += (words.empty() ? "" : "|") + word;
  return "(SELECT array_agg(CASE WHEN part = 1 THEN option_name WHEN option_name ~* " + quote_literal(words) +
         " AND lower(option_name) <> 'password_required' THEN "
         "encode(sha256(convert_to(coalesce(option_value, ''), 'UTF8')), 'hex') ELSE coalesce(option_value, '') END "
         "ORDER BY option_name, part) FROM pg_options_to_table(" +
         column + "), generate_series(1, 2) part)";
}

ForeignOptions foreign_options_of(const std::vector<std::string>& names_and_values) {
  ForeignOptions options;
  for (std::size_t i = 0; i + 1 < names_and_values.size(); i += 2)
    options.emplace(names_and_values[i], read_option(names_and_values[i], names_and_values[i + 1]));
  return options;
}

}  // namespace trueup::introspect
