#include "base/duration.h"

#include <charconv>

namespace trueup {

std::optional<std::chrono::seconds> parse_duration(std::string_view text) {
  constexpr long long longest = 100LL * 366 * 24 * 60 * 60;
  long long count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || count < 0 || count > longest || end + 1 != text.data() + text.size()) return std::nullopt;
  switch (*end) {
    case 's':
      return std::chrono::seconds(count);
    case 'm':
      return std::chrono::minutes(count);
    case 'h':
      return std::chrono::hours(count);
    case 'd':
      return std::chrono::hours(24 * count);
    case 'w':
      return std::chrono::hours(24 * 7 * count);
    default:
      return std::nullopt;
  }
}

}  // namespace trueup
