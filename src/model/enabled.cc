#include "model/enabled.h"

namespace trueup {

std::string enabled_word(char letter) {
  if (letter == 'D') return "disabled";
  if (letter == 'R') return "replica";
  return letter == 'A' ? "always" : "origin";
}

std::string_view enabled_verb(std::string_view word) {
  if (word == "disabled") return "DISABLE";
  if (word == "replica") return "ENABLE REPLICA";
  return word == "always" ? "ENABLE ALWAYS" : "ENABLE";
}

}  // namespace trueup
