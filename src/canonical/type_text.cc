#include "canonical/type_text.h"

namespace trueup::canonical {

std::string take_identifier(std::string_view& text) {
  std::string name;
  if (text.empty()) return name;
  if (text.front() == '"') {
    std::size_t i = 1;
    for (; i < text.size(); ++i) {
      if (text[i] == '"') {
        if (i + 1 < text.size() && text[i + 1] == '"')
          ++i;
        else
          break;
      }
      name += text[i];
    }
    text.remove_prefix(i < text.size() ? i + 1 : i);
    return name;
  }
  const std::size_t end = text.find_first_of(".([] \"");
  name = text.substr(0, end);
  text.remove_prefix(name.size());
  return name;
}

TypeText split_type(std::string_view text) {
  TypeText parts;
  constexpr std::string_view set = "SETOF ";
  if (text.starts_with(set)) text.remove_prefix(set.size());
  while (text.ends_with("[]")) {
    ++parts.dimensions;
    text.remove_suffix(2);
  }
  std::string_view rest = text;
  const std::string first = take_identifier(rest);
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    parts.schema = first;
    parts.name = take_identifier(rest);
    if (parts.schema == "pg_catalog") parts.schema.clear();
  } else if (text.starts_with('"')) {
    parts.name = first;
  } else {
    // Only built-in types have names of several words; their modifier may stand in the middle.
    const std::size_t open = text.find('(');
    parts.name = text.substr(0, open);
    if (open != std::string_view::npos) {
      const std::size_t close = text.find(')', open);
      parts.modifier = text.substr(open + 1, close - open - 1);
      parts.name += text.substr(close + 1);
    }
    return parts;
  }
  if (rest.starts_with('(')) parts.modifier = rest.substr(1, rest.find(')') - 1);
  return parts;
}

}  // namespace trueup::canonical
