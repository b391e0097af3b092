#include "canonical/compound_literals.h"

#include <chrono>
#include <cstdio>

#include "canonical/text.h"

namespace trueup::canonical {
namespace {

/// One element as it stands between delimiters: its text, and whether quotes were around it.
struct Element {
  std::string text;
  bool quoted = false;
};

/// Reads up to a delimiter of `stop`. `doubled`: "" stands for a quote (rows and ranges, not arrays).
Element take_element(std::string_view& text, std::string_view stop, bool doubled) {
  Element element;
  bool inside = false;
  std::size_t kept = 0;  // trailing white space outside of quotes falls away
  while (!text.empty()) {
    const char c = text[0];
    if (!inside && stop.find(c) != std::string_view::npos) break;
    text.remove_prefix(1);
    if (c == '\\' && !text.empty()) {
      element.text += text[0];
      text.remove_prefix(1);
      kept = element.text.size();
      element.quoted = element.quoted || !inside;
    } else if (c == '"') {
      if (inside && doubled && text.starts_with('"')) {
        element.text += '"';
        text.remove_prefix(1);
      } else {
        inside = !inside;
        element.quoted = true;
      }
      kept = element.text.size();
    } else {
      element.text += c;
      if (inside || doubled || !is_space(c)) kept = element.text.size();
    }
  }
  element.text.resize(kept);
  return element;
}

Literal raw(std::string_view text) { return {.text = std::string(text), .sure = false}; }

std::string quote_element(std::string_view text, std::string_view special, bool double_quotes) {
  bool needed = text.empty() || lower(text) == "null";
  for (const char c : text) needed = needed || is_space(c) || special.find(c) != std::string_view::npos;
  if (double_quotes && lower(text) == "null") {
    needed = false;
    for (const char c : text) needed = needed || is_space(c) || special.find(c) != std::string_view::npos;
  }
  if (!needed) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += double_quotes ? c : '\\';
    out += c;
  }
  return out + '"';
}

/// Reads a (nested) array; the leading brace is still there.
bool take_array(Names& names, std::string_view& text, TypeId element_type, std::string& out, bool& sure) {
  text.remove_prefix(1);
  out += '{';
  text = trim(text);
  if (text.starts_with('}')) {
    text.remove_prefix(1);
    out += '}';
    return true;
  }
  for (bool first = true;; first = false) {
    text = trim(text);
    if (!first) out += ',';
    if (text.starts_with('{')) {
      if (!take_array(names, text, element_type, out, sure)) return false;
    } else {
      const Element element = take_element(text, ",}{", false);
      if (element.text.empty() && !element.quoted) return false;
      if (!element.quoted && lower(element.text) == "null") {
        out += "NULL";
      } else {
        const Literal value = read_literal(names, element.text, {element_type, -1});
        sure = sure && value.sure;
        std::string printed = value.text;
        if (element_type == type::boolean && value.sure) printed = value.text.substr(0, 1);
        out += quote_element(printed, "{},\"\\", false);
      }
    }
    text = trim(text);
    if (text.starts_with('}')) break;
    if (!text.starts_with(',')) return false;
    text.remove_prefix(1);
  }
  text.remove_prefix(1);
  out += '}';
  return true;
}

/// The next value of a discrete type, for ranges that PostgreSQL keeps closed below and open above.
std::optional<std::string> successor(TypeId subtype, const std::string& value) {
  if (subtype == type::int4 || subtype == type::int8) {
    if (value.size() > 17) return std::nullopt;
    return std::to_string(std::stoll(value) + 1);
  }
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (std::sscanf(value.c_str(), "%d-%u-%u", &year, &month, &day) != 3) return std::nullopt;
  using namespace std::chrono;
  const year_month_day next{
      sys_days(year_month_day{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)}) + days(1)};
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(next.year()),
                static_cast<unsigned>(next.month()), static_cast<unsigned>(next.day()));
  return buffer;
}

}  // namespace

Literal read_array(Names& names, std::string_view text, TypeUse use) {
  std::string_view rest = trim(text);
  if (!rest.starts_with('{')) return raw(text);  // explicit bounds: '[0:1]={…}'
  Literal value;
  const TypeId element = names.types.info(use.id).element;
  if (!take_array(names, rest, element, value.text, value.sure) || !rest.empty()) return raw(text);
  if (value.text.find("{}") != std::string::npos && value.text != "{}") return raw(text);
  return value;
}

Literal read_range(Names& names, std::string_view text, const TypeInfo& info) {
  std::string_view rest = trim(text);
  if (lower(rest) == "empty") return {.text = "empty"};
  if (rest.empty() || (rest[0] != '[' && rest[0] != '(')) return raw(text);
  char open = rest[0];
  rest.remove_prefix(1);
  const Element low = take_element(rest, ",", true);
  if (!rest.starts_with(',')) return raw(text);
  rest.remove_prefix(1);
  const Element high = take_element(rest, ")]", true);
  if (rest.size() != 1) return raw(text);
  char close = rest[0];
  bool sure = true;
  const auto bound = [&](const Element& element) -> std::optional<std::string> {
    if (element.text.empty() && !element.quoted) return std::nullopt;
    const Literal value = read_literal(names, element.text, {info.range_subtype, -1});
    sure = sure && value.sure;
    return value.text;
  };
  std::optional<std::string> from = bound(low);
  std::optional<std::string> to = bound(high);
  if (!from) open = '(';
  if (!to) close = ')';
  if (!sure) return raw(text);
  const bool discrete =
      info.schema.empty() && (info.name == "int4range" || info.name == "int8range" || info.name == "daterange");
  if (discrete) {
    if (from && open == '(') {
      from = successor(info.range_subtype, *from);
      open = '[';
      if (!from) return raw(text);
    }
    if (to && close == ']' && *to != "infinity") {
      to = successor(info.range_subtype, *to);
      close = ')';
      if (!to) return raw(text);
    }
  }
  if (from && to && *from == *to && !(open == '[' && close == ']')) return {.text = "empty"};
  constexpr std::string_view special = "()[],\"\\";
  std::string out(1, open);
  if (from) out += quote_element(*from, special, true);
  out += ',';
  if (to) out += quote_element(*to, special, true);
  return {.text = out + close};
}

/// '{[1,3),[4,6)}': certain when the ranges stand in order and apart, else PostgreSQL sorts and merges them.
Literal read_multirange(Names& names, std::string_view text, const TypeInfo& range) {
  std::string_view rest = trim(text);
  if (!rest.starts_with('{') || !rest.ends_with('}')) return raw(text);
  rest = trim(rest.substr(1, rest.size() - 2));
  if (rest.empty()) return {.text = "{}"};
  std::string out = "{";
  std::optional<long long> last;
  const bool whole = range.range_subtype == type::int4 || range.range_subtype == type::int8;
  while (!rest.empty()) {
    const std::size_t end = rest.find_first_of(")]");
    if (end == std::string_view::npos) return raw(text);
    const Literal value = read_range(names, rest.substr(0, end + 1), range);
    if (!value.sure || value.text == "empty") return raw(text);
    rest = trim(rest.substr(end + 1));
    long long from = 0;
    long long to = 0;
    const bool one = out == "{" && rest.empty();
    if (!one && (!whole || std::sscanf(value.text.c_str(), "[%lld,%lld)", &from, &to) != 2)) return raw(text);
    if (!one && last && from <= *last) return raw(text);
    last = to;
    out += (out.size() > 1 ? "," : "") + value.text;
    if (rest.empty()) break;
    if (!rest.starts_with(',')) return raw(text);
    rest = trim(rest.substr(1));
  }
  return {.text = out + "}"};
}

Literal read_row(Names& names, std::string_view text, TypeId id) {
  const std::vector<ColumnInfo>* columns = names.row(id);
  std::string_view rest = trim(text);
  if (!columns || !rest.starts_with('(')) return raw(text);
  rest.remove_prefix(1);
  std::string out = "(";
  for (std::size_t i = 0; i < columns->size(); ++i) {
    const Element field = take_element(rest, ",)", true);
    if (!field.text.empty() || field.quoted) {
      const TypeUse type = (*columns)[i].type;
      const Literal value = read_literal(names, field.text, {type.id, -1});
      if (!value.sure || type.modifier >= 0) return raw(text);
      const bool is_boolean = names.types.base(type.id) == type::boolean;
      out += quote_element(is_boolean ? value.text.substr(0, 1) : value.text, "(),\"\\", true);
    }
    const char expected = i + 1 < columns->size() ? ',' : ')';
    if (!rest.starts_with(expected)) return raw(text);
    rest.remove_prefix(1);
    out += expected;
  }
  return rest.empty() ? Literal{.text = out} : raw(text);
}

}  // namespace trueup::canonical
