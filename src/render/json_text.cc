#include "render/json_text.h"

#include <nlohmann/json.hpp>

namespace trueup::render {

std::string json_text(const nlohmann::ordered_json& value) {
  return value.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string_view word(diff::Change change) {
  switch (change) {
    case diff::Change::create:
      return "create";
    case diff::Change::drop:
      return "drop";
    case diff::Change::alter:
      return "alter";
  }
  return "";
}

}  // namespace trueup::render
