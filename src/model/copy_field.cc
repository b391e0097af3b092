#include "model/copy_field.h"

#include <type_traits>

namespace trueup {

void copy_field(Object& to, const Object& from, std::string_view field) {
  if (field == "owner") to.owner = from.owner;
  if (field == "comment") to.comment = from.comment;
  if (field == "acl") to.acl = from.acl;
  each_field(to, [&](std::string_view name, auto& value) {
    if (name != field) return;
    each_field(from, [&](std::string_view other, const auto& known) {
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(known)>, std::remove_cvref_t<decltype(value)>>)
        if (other == field) value = known;
    });
  });
}

}  // namespace trueup
