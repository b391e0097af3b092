#include <algorithm>

#include "hazards/list.h"

namespace trueup::hazards {

static constexpr const Hazard* rows[] = {
#define HAZARD(name) &name,
#include "hazards/list.inc"
#undef HAZARD
};

std::string_view name_of(Level level) {
  switch (level) {
    case Level::advice:
      return "advice";
    case Level::warning:
      return "warning";
    case Level::destroys:
      return "destroys";
  }
  return "destroys";
}

std::span<const Hazard* const> all() { return rows; }

const Hazard* find(std::string_view id) {
  const auto* found = std::find_if(std::begin(rows), std::end(rows), [&](const Hazard* row) { return row->id == id; });
  return found == std::end(rows) ? nullptr : *found;
}

}  // namespace trueup::hazards
