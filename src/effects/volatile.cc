#include "effects/volatile.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace trueup::effects {

namespace {

/// PostgreSQL's own volatile functions that people put into defaults.
constexpr std::array<std::string_view, 13> volatile_functions = {
    "nextval", "currval", "lastval",         "setval",    "random",  "random_normal", "gen_random_uuid",
    "uuidv4",  "uuidv7",  "clock_timestamp", "timeofday", "setseed", "pg_sleep"};

bool calls_volatile(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\'') {
      at = text.find('\'', at + 1);
      if (at == std::string::npos) return false;
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_')) ++end;
    if (end < text.size() && text[end] == '(' &&
        std::find(volatile_functions.begin(), volatile_functions.end(), text.substr(at, end - at)) !=
            volatile_functions.end())
      return true;
    at = end == at ? at + 1 : end;
  }
  return false;
}

bool calls_member(const std::string& text, const Catalog& catalog) {
  return std::any_of(catalog.extension_members.begin(), catalog.extension_members.end(), [&](const auto& member) {
    return is_routine(member.id.kind) && text.find(member.id.name + "(") != std::string::npos;
  });
}

}  // namespace

bool fills_by_row(const Expression& value, const Object& column, const Catalog& catalog) {
  if (value.empty()) return false;
  if (calls_volatile(value.text) || calls_member(value.text, catalog)) return true;
  return std::any_of(column.references.begin(), column.references.end(), [&](const ObjectId& id) {
    const Object* object = is_routine(id.kind) ? catalog.find(id) : nullptr;
    const auto* routine = object ? std::get_if<Routine>(&object->payload) : nullptr;
    return is_routine(id.kind) && (!routine || routine->volatility == "volatile");
  });
}

bool is_checked_domain(const std::string& type, const Catalog& catalog) {
  for (const auto& [id, object] : catalog.objects) {
    const auto* domain = std::get_if<Domain>(&object.payload);
    if (!domain || sql_name(id) != type) continue;
    return domain->not_null || !catalog.children(Kind::domain_check, id.schema, id.name).empty() ||
           is_checked_domain(domain->type, catalog);
  }
  return false;
}

}  // namespace trueup::effects
