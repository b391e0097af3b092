#pragma once

#include <string>

#include "parse/node.h"

namespace trueup::verify {

/// Which login of the embedded server runs a statement.
enum class Login {
  user,       ///< the one that is no superuser: everything that can run somebody's code
  superuser,  ///< kinds that need one and run nobody's code
  nobody,     ///< kinds that must not run there at all
};

struct Route {
  Login login = Login::user;
  std::string reason;  ///< why nobody may run it
};

/// Decides by the statement's kind, not by trial: what a superuser runs must be unable to call a function of the
/// schema's author.
[[nodiscard]] Route route_of(const parse::Node& statement);

}  // namespace trueup::verify
