#include <algorithm>
#include <array>
#include <charconv>

#include "canonical/literals.h"
#include "canonical/text.h"

namespace trueup::canonical {

static constexpr std::string_view hex_digits = "0123456789abcdef";

std::optional<std::string> read_bytea(std::string_view text) {
  std::string out = "\\x";
  if (text.starts_with("\\x")) {
    for (const char c : text.substr(2)) {
      if (is_space(c)) continue;
      if (hex_value(c) < 0) return std::nullopt;
      out += to_lower(c);
    }
    return out.size() % 2 == 0 ? std::optional(out) : std::nullopt;
  }
  const auto put = [&](int byte) { (out += hex_digits[byte >> 4]) += hex_digits[byte & 15]; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      put(static_cast<unsigned char>(text[i]));
    } else if (i + 1 < text.size() && text[i + 1] == '\\') {
      put('\\');
      ++i;
    } else {
      if (i + 3 >= text.size()) return std::nullopt;
      int byte = 0;
      for (std::size_t k = 1; k <= 3; ++k) {
        if (text[i + k] < '0' || text[i + k] > '7') return std::nullopt;
        byte = byte * 8 + (text[i + k] - '0');
      }
      if (byte > 255) return std::nullopt;
      put(byte);
      i += 3;
    }
  }
  return out;
}

std::optional<std::string> read_uuid(std::string_view text) {
  if (text.starts_with('{') && text.ends_with('}')) text = text.substr(1, text.size() - 2);
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    // PostgreSQL takes a hyphen after every group of four digits.
    if (text[i] == '-' && !digits.empty() && digits.size() % 4 == 0 && text[i - 1] != '-') continue;
    if (hex_value(text[i]) < 0) return std::nullopt;
    digits += to_lower(text[i]);
  }
  if (digits.size() != 32) return std::nullopt;
  for (const std::size_t at : {20, 16, 12, 8}) digits.insert(at, "-");
  return digits;
}

std::optional<std::string> read_bits(std::string_view text) {
  std::string out;
  if (!text.empty() && (text[0] == 'x' || text[0] == 'X')) {
    for (const char c : text.substr(1)) {
      const int value = hex_value(c);
      if (value < 0) return std::nullopt;
      for (int bit = 3; bit >= 0; --bit) out += value & (1 << bit) ? '1' : '0';
    }
    return out;
  }
  if (!text.empty() && (text[0] == 'b' || text[0] == 'B')) text.remove_prefix(1);
  if (text.find_first_not_of("01") != std::string_view::npos) return std::nullopt;
  return std::string(text);
}

static std::optional<std::array<int, 4>> read_ipv4(std::string_view text) {
  std::array<int, 4> parts{};
  for (int i = 0; i < 4; ++i) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), parts[i]);
    if (error != std::errc() || parts[i] > 255) return std::nullopt;
    text.remove_prefix(end - text.data());
    if (i == 3) break;
    if (!text.starts_with('.')) return std::nullopt;
    text.remove_prefix(1);
  }
  return text.empty() ? std::optional(parts) : std::nullopt;
}

std::optional<std::string> read_inet(std::string_view text, bool cidr) {
  const std::size_t slash = text.find('/');
  const std::string_view address = text.substr(0, slash);
  int bits = -1;
  if (slash != std::string_view::npos) {
    const std::string_view mask = text.substr(slash + 1);
    const auto [end, error] = std::from_chars(mask.data(), mask.data() + mask.size(), bits);
    if (error != std::errc() || end != mask.data() + mask.size()) return std::nullopt;
  }
  const auto suffix = [&](int full) {
    const int shown = bits < 0 ? full : bits;
    return shown == full && !cidr ? std::string() : "/" + std::to_string(shown);
  };
  if (const auto parts = read_ipv4(address)) {
    std::string out;
    for (const int part : *parts) out += (out.empty() ? "" : ".") + std::to_string(part);
    return out + suffix(32);
  }
  // The shortest spelling of an IPv6 address has rules of its own; two forms that already are shortest are enough.
  if (address == "::1" || address == "::") return std::string(address) + suffix(128);
  return std::nullopt;
}

std::optional<std::string> read_macaddr(std::string_view text) {
  std::string out;
  int digits = 0;
  for (const char c : trim(text)) {
    if (c == ':' || c == '-' || c == '.') continue;
    if (hex_value(c) < 0) return std::nullopt;
    if (digits > 0 && digits % 2 == 0) out += ':';
    out += to_lower(c);
    ++digits;
  }
  return digits == 12 ? std::optional(out) : std::nullopt;
}

}  // namespace trueup::canonical
