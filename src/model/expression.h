#pragma once

#include <string>
#include <vector>

#include "model/object_id.h"

namespace trueup {

/// How much a canonical key may be trusted when it differs from another.
enum class Certainty {
  exact,   ///< every name and type was resolved: two keys that differ are two different states
  unsure,  ///< something could not be resolved without a server: keys that differ mean "ask"
};

/// A column whose type changed after an expression on it was entered: the server then read its own text again.
struct Retyped {
  std::string column;
  std::string before;  ///< its type until then
};

/// An expression (default, check, index key, predicate, policy …) or a query (view).
///
/// The doors fill `text` and, on the parse door, `search_path`; `canonicalise` (canonical/canonicalise.h) then
/// qualifies every name in `text` and fills the rest. Only `key` takes part in comparison.
struct Expression {
  std::string text;  ///< SQL; after canonicalise every name in it is qualified
  std::string key;   ///< equal keys are equal states; empty until canonicalised
  Certainty certainty = Certainty::exact;
  std::vector<ObjectId> references;      ///< what must exist for it to be entered: columns, relations, routines, types
  std::vector<std::string> search_path;  ///< schemas its names were written against; empty once qualified
  std::vector<Retyped> retyped;          ///< parse door only; empty once canonicalised and found to change nothing

  /// True where there is no expression at all.
  [[nodiscard]] bool empty() const { return text.empty(); }
};

}  // namespace trueup
