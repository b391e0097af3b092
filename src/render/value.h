#pragma once

#include <string>
#include <vector>

#include "model/object.h"

namespace trueup::render {

/// One field of an object as users read it.
struct ReadableField {
  std::string name;
  std::string value;  ///< "" for none
};

/// Every compared field of `object` in words: names and texts as SQL has them, lists with commas, "(none)" for nothing.
[[nodiscard]] std::vector<ReadableField> readable_fields(const Object& object);

}  // namespace trueup::render
