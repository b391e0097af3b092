#include "diff/stated.h"

namespace trueup::diff {

void keep_stated_roles(Catalog& live, const Catalog& desired) {
  std::erase_if(live.objects, [&](const auto& entry) {
    const Kind kind = entry.first.kind;
    return (kind == Kind::role || kind == Kind::membership) && !desired.find(entry.first);
  });
}

}  // namespace trueup::diff
