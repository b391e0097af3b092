#pragma once

#include <string>

#include "parse/node.h"

namespace trueup::verify {

// Foreign-data wrappers, subscriptions and some publications can be made, and owned, by superusers only.

/// "PUBLICATION p" where the statement makes such an object, which then has to be handed over; else "".
[[nodiscard]] std::string made_by_superuser(const parse::Node& statement);

/// The new owner where the statement gives such an object to a role by its name; else "".
[[nodiscard]] std::string superuser_owner(const parse::Node& statement);

/// A validator that the statement names, as SQL names a function; "" for none.
[[nodiscard]] std::string named_validator(const parse::Node& statement);

}  // namespace trueup::verify
