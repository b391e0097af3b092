#include "canonical/candidates.h"

#include <algorithm>
#include <numeric>

namespace trueup::canonical {
namespace {

using Indexes = std::vector<std::size_t>;

/// Keeps the candidates with the highest score.
template <class Score>
Indexes best_of(const Indexes& from, Score score) {
  Indexes best;
  int highest = -1;
  for (const std::size_t i : from) {
    const int value = score(i);
    if (value > highest) {
      highest = value;
      best.clear();
    }
    if (value == highest) best.push_back(i);
  }
  return best;
}

/// The category that an untyped argument is taken for.
struct Slot {
  char category = 0;
  bool preferred = false;
  bool conflict = false;
};

Slot category_of(const Types& types, std::span<const std::vector<TypeId>> candidates, const Indexes& left,
                 std::size_t argument) {
  Slot slot;
  bool first = true;
  for (const std::size_t i : left) {
    const TypeInfo& info = types.info(candidates[i][argument]);
    if (first) {
      slot = {.category = info.category, .preferred = info.preferred};
      first = false;
    } else if (info.category == slot.category) {
      slot.preferred = slot.preferred || info.preferred;
    } else if (info.category == 'S') {
      slot = {.category = 'S', .preferred = info.preferred};
    } else {
      slot.conflict = true;
    }
  }
  if (slot.category == 'S') slot.conflict = false;
  return slot;
}

/// Drops candidates whose parameter is of another category than the untyped arguments are taken for.
Indexes by_category(const Types& types, std::span<const TypeId> inputs, std::span<const std::vector<TypeId>> candidates,
                    const Indexes& left) {
  std::vector<Slot> slots(inputs.size());
  for (std::size_t k = 0; k < inputs.size(); ++k) {
    if (inputs[k] != type::unknown) continue;
    slots[k] = category_of(types, candidates, left, k);
    if (slots[k].conflict) return left;
  }
  Indexes kept;
  for (const std::size_t i : left) {
    bool keep = true;
    for (std::size_t k = 0; k < inputs.size() && keep; ++k) {
      if (inputs[k] != type::unknown) continue;
      const TypeInfo& info = types.info(candidates[i][k]);
      keep = info.category == slots[k].category && (!slots[k].preferred || info.preferred);
    }
    if (keep) kept.push_back(i);
  }
  return kept.empty() ? left : kept;
}

}  // namespace

std::optional<std::size_t> select_candidate(const Types& types, const Coercion& coerce, std::span<const TypeId> inputs,
                                            std::span<const std::vector<TypeId>> candidates) {
  std::vector<TypeId> bases;
  int unknowns = 0;
  for (const TypeId id : inputs) {
    bases.push_back(id == type::unknown ? id : types.base(id));
    if (id == type::unknown) ++unknowns;
  }
  Indexes left(candidates.size());
  std::iota(left.begin(), left.end(), 0);
  left = best_of(left, [&](std::size_t i) {
    int matches = 0;
    for (std::size_t k = 0; k < bases.size(); ++k)
      if (bases[k] != type::unknown && candidates[i][k] == bases[k]) ++matches;
    return matches;
  });
  if (left.size() == 1) return left[0];
  left = best_of(left, [&](std::size_t i) {
    int matches = 0;
    for (std::size_t k = 0; k < bases.size(); ++k) {
      if (bases[k] == type::unknown) continue;
      const TypeInfo& current = types.info(candidates[i][k]);
      const bool preferred = current.preferred && current.category == types.info(bases[k]).category;
      if (candidates[i][k] == bases[k] || preferred) ++matches;
    }
    return matches;
  });
  if (left.size() == 1) return left[0];
  if (unknowns == 0) return std::nullopt;
  left = by_category(types, bases, candidates, left);
  if (left.size() == 1) return left[0];
  if (unknowns == static_cast<int>(bases.size())) return std::nullopt;
  TypeId known = type::unknown;
  for (const TypeId id : bases) {
    if (id == type::unknown) continue;
    if (known != type::unknown && known != id) return std::nullopt;
    known = id;
  }
  const std::vector<TypeId> assumed(bases.size(), known);
  std::optional<std::size_t> only;
  for (const std::size_t i : left) {
    if (!coerce.can(assumed, candidates[i], Context::implicit)) continue;
    if (only) return std::nullopt;
    only = i;
  }
  return only;
}

}  // namespace trueup::canonical
