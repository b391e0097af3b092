#include "ddl/foreign_options.h"

#include "base/quote.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

std::string value_of(const ForeignOption& option, Secrets& secrets) {
  secrets.lacking |= !option.known;
  if (!option.known) return quote_literal(not_restorable);
  std::string literal = quote_literal(option.value);
  if (option.secret()) secrets.literals.push_back(literal);
  return literal;
}

bool same(const ForeignOption& a, const ForeignOption& b) {
  return a.secret() || b.secret() ? a.digest == b.digest : a.value == b.value;
}

}  // namespace

Statement secretive(std::string sql, Secrets secrets) {
  Statement made = statement(std::move(sql));
  made.secrets = std::move(secrets.literals);
  made.lacks_secret = secrets.lacking;
  return made;
}

std::string with_foreign_options(const ForeignOptions& options, Secrets& secrets) {
  std::vector<std::string> parts;
  for (const auto& [name, option] : options) parts.push_back(quote_identifier(name) + " " + value_of(option, secrets));
  return parts.empty() ? "" : " OPTIONS (" + join(parts) + ")";
}

Statements change_foreign_options(const std::string& prefix, const ForeignOptions& from, const ForeignOptions& to) {
  std::vector<std::string> parts;
  Secrets secrets;
  for (const auto& [name, option] : from)
    if (!to.contains(name)) parts.push_back("DROP " + quote_identifier(name));
  for (const auto& [name, option] : to) {
    const auto old = from.find(name);
    if (old != from.end() && same(old->second, option)) continue;
    parts.push_back((old == from.end() ? "ADD " : "SET ") + quote_identifier(name) + " " + value_of(option, secrets));
  }
  if (parts.empty()) return {};
  return {secretive(prefix + " OPTIONS (" + join(parts) + ")", std::move(secrets))};
}

}  // namespace trueup::ddl
