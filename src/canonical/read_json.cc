#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "canonical/literals.h"
#include "canonical/text.h"

namespace trueup::canonical {
namespace {

/// Reads JSON and writes it as jsonb_out does.
struct Json {
  std::string_view text;
  bool failed = false;

  void skip() {
    while (!text.empty() && (text[0] == ' ' || text[0] == '\t' || text[0] == '\n' || text[0] == '\r'))
      text.remove_prefix(1);
  }

  bool take(char c) {
    skip();
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
  }

  std::string fail() {
    failed = true;
    return {};
  }

  std::string value(int depth);
  std::string string();
  std::string number();
  std::string object(int depth);
  std::string array(int depth);
  unsigned code_point();
};

void put_utf8(std::string& out, unsigned code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 63));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | code >> 12);
    out += static_cast<char>(0x80 | (code >> 6 & 63));
    out += static_cast<char>(0x80 | (code & 63));
  } else {
    out += static_cast<char>(0xF0 | code >> 18);
    out += static_cast<char>(0x80 | (code >> 12 & 63));
    out += static_cast<char>(0x80 | (code >> 6 & 63));
    out += static_cast<char>(0x80 | (code & 63));
  }
}

unsigned Json::code_point() {
  unsigned code = 0;
  if (text.size() < 4) failed = true;
  for (int i = 0; i < 4 && !failed; ++i) {
    const int digit = hex_value(text[i]);
    if (digit < 0) failed = true;
    code = code * 16 + static_cast<unsigned>(digit);
  }
  if (!failed) text.remove_prefix(4);
  return code;
}

/// The decoded text of a string, without quotes.
std::string Json::string() {
  std::string out;
  while (!text.empty() && text[0] != '"') {
    const char c = text[0];
    text.remove_prefix(1);
    if (c != '\\') {
      out += c;
      continue;
    }
    if (text.empty()) return fail();
    const char escaped = text[0];
    text.remove_prefix(1);
    constexpr std::string_view from = "\"\\/bfnrt";
    constexpr std::string_view to = "\"\\/\b\f\n\r\t";
    if (const std::size_t at = from.find(escaped); at != std::string_view::npos) {
      out += to[at];
      continue;
    }
    if (escaped != 'u') return fail();
    unsigned code = code_point();
    if (code >= 0xD800 && code < 0xDC00) {
      if (!text.starts_with("\\u")) return fail();
      text.remove_prefix(2);
      code = 0x10000 + ((code - 0xD800) << 10) + (code_point() - 0xDC00);
    }
    if (failed || code == 0) return fail();
    put_utf8(out, code);
  }
  if (!take('"')) return fail();
  return out;
}

std::string quoted(std::string_view value) {
  std::string out = "\"";
  for (const char c : value) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20)
          out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
          out += c;
    }
  }
  return out + '"';
}

std::string Json::number() {
  std::size_t length = 0;
  while (length < text.size() &&
         (is_digit(text[length]) || std::string_view("+-.eE").find(text[length]) != std::string_view::npos))
    ++length;
  const auto value = read_numeric(text.substr(0, length));
  text.remove_prefix(length);
  return value && is_digit(value->back()) ? *value : fail();
}

std::string Json::object(int depth) {
  std::vector<std::pair<std::string, std::string>> members;
  if (!take('}')) do {
      if (!take('"')) return fail();
      std::string key = string();
      if (!take(':')) return fail();
      members.emplace_back(std::move(key), value(depth));
    } while (!failed && take(','));
  else
    return "{}";
  if (!take('}')) return fail();
  // Shorter keys first, then by bytes; of equal keys the last wins.
  std::stable_sort(members.begin(), members.end(), [](const auto& a, const auto& b) {
    return std::pair(a.first.size(), std::string_view(a.first)) < std::pair(b.first.size(), std::string_view(b.first));
  });
  std::string out = "{";
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (i + 1 < members.size() && members[i + 1].first == members[i].first) continue;
    if (out.size() > 1) out += ", ";
    out += quoted(members[i].first) + ": " + members[i].second;
  }
  return out + "}";
}

std::string Json::array(int depth) {
  if (take(']')) return "[]";
  std::string out = "[";
  do {
    if (out.size() > 1) out += ", ";
    out += value(depth);
  } while (!failed && take(','));
  return take(']') ? out + "]" : fail();
}

std::string Json::value(int depth) {
  if (depth > 500) return fail();
  if (take('{')) return object(depth + 1);
  if (take('[')) return array(depth + 1);
  if (take('"')) return quoted(string());
  for (const std::string_view word : {"true", "false", "null"})
    if (text.starts_with(word)) {
      text.remove_prefix(word.size());
      return std::string(word);
    }
  return number();
}

}  // namespace

std::optional<std::string> read_jsonb(std::string_view text) {
  Json json{.text = text};
  std::string out = json.value(0);
  json.skip();
  return json.failed || !json.text.empty() ? std::nullopt : std::optional(out);
}

/// Paths of members and plain subscripts only: $.a[*].b prints as $."a"[*]."b".
std::optional<std::string> read_jsonpath(std::string_view text) {
  std::string_view rest = trim(text);
  std::string out;
  if (rest.starts_with("strict ")) {
    out = "strict ";
    rest = trim(rest.substr(7));
  } else if (rest.starts_with("lax ")) {
    rest = trim(rest.substr(4));
  }
  if (!rest.starts_with('$')) return std::nullopt;
  rest.remove_prefix(1);
  out += '$';
  while (!rest.empty()) {
    if (rest.starts_with("[*]")) {
      out += "[*]";
      rest.remove_prefix(3);
    } else if (rest.starts_with(".*")) {
      out += ".*";
      rest.remove_prefix(2);
    } else if (rest.starts_with(".\"")) {
      Json json{.text = rest.substr(2)};
      out += "." + quoted(json.string());
      if (json.failed) return std::nullopt;
      rest = json.text;
    } else if (rest.starts_with('.')) {
      std::size_t length = 1;
      while (length < rest.size() && (is_alpha(rest[length]) || rest[length] == '_' || is_digit(rest[length])))
        ++length;
      if (length == 1 || is_digit(rest[1]) || rest.substr(length).starts_with('(')) return std::nullopt;
      out += "." + quoted(rest.substr(1, length - 1));
      rest.remove_prefix(length);
    } else {
      return std::nullopt;
    }
  }
  return out;
}

}  // namespace trueup::canonical
