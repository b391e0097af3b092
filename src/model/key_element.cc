#include "model/key_element.h"

namespace trueup {

std::string column_of(const KeyElement& element) {
  const std::string& text = element.expression.text;
  if (!text.starts_with('"')) return text;
  std::string name;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    name += text[i];
    if (text[i] == '"') ++i;
  }
  return name;
}

}  // namespace trueup
