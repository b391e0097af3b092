#pragma once

#include <string>
#include <string_view>

namespace trueup {

/// Whether a trigger, rule or event trigger fires, from the letter that the catalogs and the grammar have for it
/// (pg_trigger.tgenabled): "origin", "replica", "always" or "disabled".
[[nodiscard]] std::string enabled_word(char letter);

/// The verb of ALTER that brings the state about: "ENABLE REPLICA".
[[nodiscard]] std::string_view enabled_verb(std::string_view word);

}  // namespace trueup
