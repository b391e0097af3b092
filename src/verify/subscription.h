#pragma once

#include <string>
#include <vector>

#include "parse/node.h"

namespace trueup::verify {

/// True for statements about subscriptions.
[[nodiscard]] bool is_subscription(const parse::Node& statement);

/// What the embedded server runs in the place of a statement about a subscription: with the same outcome in its
/// catalog, but never connecting to a publisher. `sql` is the statement's own text.
[[nodiscard]] std::vector<std::string> without_connecting(std::string_view sql, const parse::Node& statement);

}  // namespace trueup::verify
