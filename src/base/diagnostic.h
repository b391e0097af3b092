#pragma once

#include <string>
#include <vector>

#include "base/location.h"

namespace trueup {

enum class Severity { note, warning, error };

/// Something the user should know about their input or their database: what, where, and what to do next.
struct Diagnostic {
  Severity severity = Severity::warning;
  std::string code;     ///< frozen kebab-case name, e.g. "syntax-error", "not-managed", "defined-twice"
  std::string message;  ///< one sentence, no trailing full stop
  Location where;
  std::string hint;     ///< what to do next; may be empty
  std::string excerpt;  ///< the source line and a caret below it, two lines; may be empty

  bool operator==(const Diagnostic&) const = default;
};

/// Collected in the order found; wrong user input is reported here, never thrown.
using Diagnostics = std::vector<Diagnostic>;

[[nodiscard]] bool has_errors(const Diagnostics& diagnostics);

/// `file:line:column: error: message [code]`, then the excerpt and the hint on lines of their own.
[[nodiscard]] std::string to_string(const Diagnostic& diagnostic);

}  // namespace trueup
