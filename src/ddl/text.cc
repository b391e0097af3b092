#include "ddl/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <utility>

#include "base/quote.h"
#include "model/encode.h"

namespace trueup::ddl {

Statement statement(std::string sql) { return {.sql = std::move(sql), .destroys = {}, .needs = {}}; }

std::string shown(const Statement& statement) {
  std::string text = statement.sql;
  for (const std::string& secret : statement.secrets)
    for (std::size_t at = text.find(secret); at != std::string::npos; at = text.find(secret, at + 1))
      text.replace(at, secret.size(), "'***'");
  return text;
}

void append(Statements& statements, Statements more) {
  std::move(more.begin(), more.end(), std::back_inserter(statements));
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

std::string names(const std::vector<std::string>& names) {
  std::vector<std::string> quoted;
  for (const std::string& name : names) quoted.push_back(quote_identifier(name));
  return join(quoted);
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::toupper(c); });
  return text;
}

std::string role_name(std::string_view role) {
  if (role == current_role) return "CURRENT_USER";
  return role.empty() ? "PUBLIC" : quote_identifier(role);
}

namespace {

bool is_word(std::string_view text) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !text.empty() && !std::isdigit(static_cast<unsigned char>(text.front())) &&
         std::all_of(text.begin(), text.end(), plain);
}

bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const auto plain = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
  return !text.empty() && text != "." && std::all_of(text.begin(), text.end(), plain);
}

std::string option(const std::string& name, const std::string& value) {
  return name + "=" + (is_word(value) || is_number(value) ? value : quote_literal(value));
}

}  // namespace

std::string options_list(const Options& options) {
  std::vector<std::string> parts;
  for (const auto& [name, value] : options) parts.push_back(option(name, value));
  return join(parts);
}

std::string with_options(const Options& options) {
  return options.empty() ? "" : " WITH (" + options_list(options) + ")";
}

Statements change_options(const std::string& prefix, const Options& from, const Options& to) {
  Options set;
  std::vector<std::string> reset;
  for (const auto& [name, value] : to) {
    const auto old = from.find(name);
    if (old == from.end() || old->second != value) set.set(name, value);
  }
  for (const auto& [name, value] : from)
    if (!to.contains(name)) reset.push_back(name);
  Statements statements;
  if (!reset.empty()) statements.push_back(statement(prefix + " RESET (" + join(reset) + ")"));
  if (!set.empty()) statements.push_back(statement(prefix + " SET (" + options_list(set) + ")"));
  return statements;
}

std::string setting_name(std::string_view name) {
  std::string part;
  std::vector<std::string> parts;
  for (const char c : name) {
    if (c == '.') {
      parts.push_back(std::exchange(part, {}));
    } else {
      part += c;
    }
  }
  parts.push_back(part);
  return std::all_of(parts.begin(), parts.end(), is_word) ? std::string(name) : quote_identifier(name);
}

namespace {

/// The words outside quotes and parentheses in `text`, in upper case; `each` answers false to stop.
template <class F>
void outer_words(std::string_view text, F each) {
  int depth = 0;
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    if (std::isalnum(static_cast<unsigned char>(c)) || c == '_') {
      word += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
      continue;
    }
    if (!word.empty() && depth == 0) each(word);
    word.clear();
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
    if (c == '\'' || c == '"')
      for (++i; i < text.size() && text[i] != c; ++i) {
      }
  }
}

/// Words that only PostgreSQL's a_expr knows, where DEFAULT wants a b_expr.
constexpr std::array<std::string_view, 17> open_words = {"AND",     "OR",      "NOT",     "IN",   "IS",      "LIKE",
                                                         "ILIKE",   "BETWEEN", "SIMILAR", "AT",   "ANY",     "ALL",
                                                         "COLLATE", "ISNULL",  "NOTNULL", "SOME", "OVERLAPS"};

}  // namespace

std::string default_expression(const Expression& expression) {
  bool open = false;
  outer_words(expression.text, [&](const std::string& word) {
    open = open || std::find(open_words.begin(), open_words.end(), word) != open_words.end();
  });
  return open ? "(" + expression.text + ")" : expression.text;
}

std::string element(const KeyElement& element) {
  std::string text = element.is_column ? element.expression.text : "(" + element.expression.text + ")";
  if (!element.collation.empty()) text += " COLLATE " + element.collation;
  if (!element.opclass.empty()) text += " " + element.opclass;
  if (!element.opclass_options.empty()) text += " (" + options_list(element.opclass_options) + ")";
  if (element.descending) text += " DESC";
  if (element.nulls_first != element.descending) text += element.nulls_first ? " NULLS FIRST" : " NULLS LAST";
  return text;
}

std::string elements(const std::vector<KeyElement>& elements, bool with_operators) {
  std::vector<std::string> parts;
  for (const KeyElement& each : elements) {
    parts.push_back(element(each));
    if (with_operators) parts.back() += " WITH " + each.with_operator;
  }
  return join(parts);
}

std::string deferrability(bool deferrable, bool initially_deferred) {
  std::string text;
  if (deferrable) text += " DEFERRABLE";
  if (initially_deferred) text += " INITIALLY DEFERRED";
  return text;
}

std::string alter_parent(const Object& child) { return "ALTER TABLE " + sql_parent(child.id); }

bool same(const Expression& a, const Expression& b) {
  std::string left;
  std::string right;
  encode(left, a);
  encode(right, b);
  return left == right;
}

}  // namespace trueup::ddl
