#include "cli/problems.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace trueup::cli {

std::string problems_text(const std::vector<apply::Problem>& problems) {
  std::string text;
  for (const apply::Problem& problem : problems) {
    text += fmt::format("{}: {}\n", name_of(problem.trouble), problem.message);
    if (!problem.hint.empty()) text += fmt::format("  hint: {}\n", problem.hint);
  }
  return text;
}

nlohmann::ordered_json problems_json(const std::vector<apply::Problem>& problems) {
  auto out = nlohmann::ordered_json::array();
  for (const apply::Problem& problem : problems)
    out.push_back({{"code", name_of(problem.trouble)},
                   {"version", problem.version},
                   {"file", problem.file},
                   {"message", problem.message},
                   {"hint", problem.hint}});
  return out;
}

}  // namespace trueup::cli
