#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "canonical/literals.h"
#include "canonical/text.h"

namespace trueup::canonical {
namespace {

struct Decimal {
  bool negative = false;
  std::string digits;  ///< without the point
  int scale = 0;       ///< digits after the point
};

bool read_decimal(std::string_view text, Decimal& out) {
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    out.negative = text[0] == '-';
    text.remove_prefix(1);
  }
  bool point = false;
  std::size_t i = 0;
  for (; i < text.size() && (is_digit(text[i]) || (text[i] == '.' && !point)); ++i) {
    if (text[i] == '.') {
      point = true;
      continue;
    }
    out.digits += text[i];
    if (point) ++out.scale;
  }
  if (out.digits.empty()) return false;
  if (i == text.size()) return true;
  if (text[i] != 'e' && text[i] != 'E') return false;
  std::string_view exponent = text.substr(i + 1);
  if (exponent.starts_with('+')) exponent.remove_prefix(1);
  int value = 0;
  const auto [end, error] = std::from_chars(exponent.data(), exponent.data() + exponent.size(), value);
  if (error != std::errc() || end != exponent.data() + exponent.size() || std::abs(value) > 1000) return false;
  out.scale -= value;
  return true;
}

/// NaN and the infinities, which numeric and the floats spell alike.
std::optional<std::string> read_special(std::string_view text) {
  const std::string word = lower(text);
  if (word == "nan") return "NaN";
  if (word == "infinity" || word == "inf" || word == "+infinity" || word == "+inf") return "Infinity";
  if (word == "-infinity" || word == "-inf") return "-Infinity";
  return std::nullopt;
}

template <class Real>
std::string print_float(Real value, int max_exponent) {
  char buffer[64];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
  std::string_view shortest(buffer, end - buffer);
  std::string out;
  if (shortest.starts_with('-')) {
    out = "-";
    shortest.remove_prefix(1);
  }
  const std::size_t e = shortest.find('e');
  const int exponent = std::atoi(std::string(shortest.substr(e + 1)).c_str());
  std::string digits(shortest.substr(0, e));
  std::erase(digits, '.');
  if (exponent < -4 || exponent >= max_exponent) return out + std::string(shortest);
  if (exponent < 0) return out + "0." + std::string(-exponent - 1, '0') + digits;
  if (digits.size() <= static_cast<std::size_t>(exponent) + 1) {
    digits.append(exponent + 1 - digits.size(), '0');
    return out + digits;
  }
  return out + digits.insert(exponent + 1, ".");
}

}  // namespace

std::optional<std::string> read_integer(std::string_view text, bool is_unsigned) {
  text = trim(text);
  bool negative = false;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  if (text.empty() || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  if (negative && is_unsigned) return std::nullopt;
  while (text.size() > 1 && text[0] == '0') text.remove_prefix(1);
  if (text == "0") negative = false;
  return (negative ? "-" : "") + std::string(text);
}

std::optional<std::string> read_numeric(std::string_view text) {
  text = trim(text);
  if (auto special = read_special(text)) return special;
  Decimal value;
  if (!read_decimal(text, value)) return std::nullopt;
  if (value.scale < 0) {
    value.digits.append(-value.scale, '0');
    value.scale = 0;
  }
  if (value.digits.size() <= static_cast<std::size_t>(value.scale))
    value.digits.insert(0, value.scale + 1 - value.digits.size(), '0');
  std::string whole = value.digits.substr(0, value.digits.size() - value.scale);
  const std::string fraction = value.digits.substr(value.digits.size() - value.scale);
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  const bool zero = value.digits.find_first_not_of('0') == std::string::npos;
  return (value.negative && !zero ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
}

std::optional<std::string> read_float(std::string_view text, bool single) {
  text = trim(text);
  if (auto special = read_special(text)) return special;
  Decimal value;
  if (!read_decimal(text, value)) return std::nullopt;
  const std::string copy(text);
  if (single) {
    const float number = std::strtof(copy.c_str(), nullptr);
    return std::isfinite(number) ? std::optional(print_float(number, 6)) : std::nullopt;
  }
  const double number = std::strtod(copy.c_str(), nullptr);
  return std::isfinite(number) ? std::optional(print_float(number, 15)) : std::nullopt;
}

std::optional<std::string> read_point(std::string_view text) {
  text = trim(text);
  if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const auto x = read_float(text.substr(0, comma), false);
  const auto y = read_float(text.substr(comma + 1), false);
  return x && y ? std::optional("(" + *x + "," + *y + ")") : std::nullopt;
}

std::optional<std::string> read_boolean(std::string_view text) {
  const std::string word = lower(trim(text));
  if (word.empty()) return std::nullopt;
  for (const std::string_view yes : {"true", "yes"})
    if (yes.starts_with(word)) return "true";
  for (const std::string_view no : {"false", "no"})
    if (no.starts_with(word)) return "false";
  if (word == "on" || word == "1") return "true";
  if (word == "off" || word == "of" || word == "0") return "false";
  return std::nullopt;
}

}  // namespace trueup::canonical
