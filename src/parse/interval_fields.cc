#include "parse/interval_fields.h"

#include <fmt/format.h>

#include <algorithm>

namespace trueup::parse {

std::string interval_fields(const std::vector<std::string>& modifiers) {
  // The bits of datetime.h: MONTH 1, YEAR 2, DAY 3, HOUR 10, MINUTE 11, SECOND 12.
  constexpr int month = 1 << 1, year = 1 << 2, day = 1 << 3, hour = 1 << 10, minute = 1 << 11, second = 1 << 12;
  if (modifiers.empty()) return {};
  std::string text;
  switch (std::atoi(modifiers.front().c_str())) {
    case year:
      text = " year";
      break;
    case month:
      text = " month";
      break;
    case day:
      text = " day";
      break;
    case hour:
      text = " hour";
      break;
    case minute:
      text = " minute";
      break;
    case second:
      text = " second";
      break;
    case year | month:
      text = " year to month";
      break;
    case day | hour:
      text = " day to hour";
      break;
    case day | hour | minute:
      text = " day to minute";
      break;
    case day | hour | minute | second:
      text = " day to second";
      break;
    case hour | minute:
      text = " hour to minute";
      break;
    case hour | minute | second:
      text = " hour to second";
      break;
    case minute | second:
      text = " minute to second";
      break;
    default:
      break;
  }
  if (modifiers.size() > 1) text += fmt::format("({})", std::min(std::atoi(modifiers[1].c_str()), 6));
  return text;
}

}  // namespace trueup::parse
