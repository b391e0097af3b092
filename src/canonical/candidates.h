#pragma once

#include <optional>
#include <span>
#include <vector>

#include "canonical/coerce.h"

namespace trueup::canonical {

/// func_select_candidate: which of `candidates` (argument types each) PostgreSQL takes for `inputs`, all of them
/// already acceptable. nullopt when it would call them ambiguous.
[[nodiscard]] std::optional<std::size_t> select_candidate(const Types& types, const Coercion& coerce,
                                                          std::span<const TypeId> inputs,
                                                          std::span<const std::vector<TypeId>> candidates);

}  // namespace trueup::canonical
