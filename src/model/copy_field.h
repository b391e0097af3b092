#pragma once

#include <string_view>

#include "model/object.h"

namespace trueup {

/// Gives `to` the value that `field` has in `from`: a name as in each_field, or an attribute of every kind
/// (is_attribute). Both are objects of one kind.
void copy_field(Object& to, const Object& from, std::string_view field);

}  // namespace trueup
