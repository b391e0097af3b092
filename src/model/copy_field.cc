#include "model/copy_field.h"

#include <type_traits>

namespace trueup {

void copy_field(Object& to, const Object& from, std::string_view field) {
  if (field == "owner") to.owner = from.owner;
  if (field == "comment") to.comment = from.comment;
  if (field == "acl") to.acl = from.acl;
  if (field == "security_labels") to.security_labels = from.security_labels;
  std::visit(
      [&]<class P>(P& payload) {
        const P* known = std::get_if<P>(&from.payload);
        if (known == nullptr) return;
        P taken = *known;
        P::each_field(taken, [&](std::string_view other, auto& value) {
          if (other != field) return;
          P::each_field(payload, [&](std::string_view name, auto& own) {
            if constexpr (std::is_same_v<decltype(own), decltype(value)>)
              if (name == field) own = std::move(value);
          });
        });
      },
      to.payload);
}

}  // namespace trueup
