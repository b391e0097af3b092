#pragma once

#include <span>
#include <string>
#include <string_view>

namespace trueup::hazards {

struct Scene;
class Report;

/// How much it hurts.
enum class Level {
  advice,    ///< worth a thought; shown by lint, counted there with --strict alone
  warning,   ///< stops reads or writes on a live database, breaks its users, or fails
  destroys,  ///< loses what the way back cannot bring back
};

/// "advice", "warning", "destroys".
[[nodiscard]] std::string_view name_of(Level level);

/// A named way in which a statement can hurt: one row per hazard, in src/hazards/<id>.cc. docs/hazards/<id>.md says the
/// same at more length.
struct Hazard {
  std::string_view id;  ///< frozen kebab-case name, as users write it after --allow
  Level level = Level::warning;
  std::string_view title;  ///< what it catches, in a few words
  std::string_view why;    ///< why that hurts, one sentence
  std::string_view safe;   ///< what to do instead
  /// Looks at scene.statement and reports what it finds there. Knows everything before it by scene.history, and may
  /// look at what follows. Needs no database.
  void (*check)(const Scene& scene, Report& report) = nullptr;
};

/// Every hazard, sorted by id.
[[nodiscard]] std::span<const Hazard* const> all();

/// The hazard of that id; nullptr when there is none.
[[nodiscard]] const Hazard* find(std::string_view id);

/// One place where a hazard was found.
struct Finding {
  const Hazard* hazard = nullptr;
  std::string message;  ///< one sentence, no trailing full stop
  std::string safe;     ///< what to do instead, here
  int offset = 0;       ///< in the text that was read, in bytes from 0
};

}  // namespace trueup::hazards
