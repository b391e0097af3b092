#include "migrations/directory.h"

namespace trueup::migrations {

std::string safe_name(std::string_view description) {
  constexpr std::size_t longest = 60;
  std::string name;
  for (const char c : description) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      name += upper ? char(c - 'A' + 'a') : c;
    else if (!name.empty() && name.back() != '_')
      name += '_';
    if (name.size() == longest) break;
  }
  while (!name.empty() && name.back() == '_') name.pop_back();
  return name.empty() ? "migration" : name;
}

}  // namespace trueup::migrations
