#pragma once

#include <optional>
#include <string>
#include <vector>

#include "apply/nature.h"
#include "base/result.h"
#include "db/connection.h"

namespace trueup::apply {

/// What became of a statement that runs in no transaction and whose end nobody saw.
struct Finding {
  enum class State {
    done,     ///< it did all it should
    undone,   ///< to be run (again), once `remains` are gone
    unclear,  ///< the catalog does not tell: see `check`
  };
  State state = State::undone;
  std::vector<std::string> remains;    ///< statements that take away what it left behind, each outside a transaction
  std::optional<std::string> instead;  ///< what finishes it, in its place
  std::string check;                   ///< what a person should look at
};

/// What has to be known from before a statement to judge it afterwards, as text for the journal: the indexes that the
/// table has, for an index build.
[[nodiscard]] Result<std::string> before(db::Connection& connection, const Reading& reading);

/// What an earlier build of the same index on the same table left behind, by anybody: statements that take it away.
[[nodiscard]] Result<std::vector<std::string>> leftovers(db::Connection& connection, const Reading& reading);

/// Looks at the catalog. `known` is what before() gave.
[[nodiscard]] Result<Finding> look(db::Connection& connection, const Reading& reading, const std::string& known);

}  // namespace trueup::apply
