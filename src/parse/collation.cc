#include "parse/collation.h"

#include <algorithm>

namespace trueup::parse {

namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

/// From 16 on the server keeps ICU locales as language tags: "en_US" becomes "en-US".
std::string language_tag(std::string locale, int server_version) {
  if (server_version >= 160000 && locale.find('@') == std::string::npos)
    std::replace(locale.begin(), locale.end(), '_', '-');
  return locale;
}

Collation stated(const Step& step, Nodes definition) {
  Collation collation;
  std::string locale;
  for (const Node* node : definition) {
    const PgQuery__DefElem& option = *node->def_elem;
    const std::string_view name = option.defname;
    if (name == "provider") collation.provider = lower(value_text(option));
    if (name == "locale") locale = value_text(option);
    if (name == "lc_collate") collation.lc_collate = value_text(option);
    if (name == "lc_ctype") collation.lc_ctype = value_text(option);
    if (name == "deterministic") collation.deterministic = value_true(option);
    if (name == "rules") collation.rules = value_text(option);
  }
  if (collation.provider == "libc") {
    if (!locale.empty()) collation.lc_collate = collation.lc_ctype = locale;
  } else {
    // Before 15 the two could stand for the locale.
    collation.locale = locale.empty() ? collation.lc_collate : locale;
    collation.lc_collate.clear();
    collation.lc_ctype.clear();
    if (collation.provider == "icu")
      collation.locale = language_tag(collation.locale, step.fold.options.server_version);
  }
  return collation;
}

Collation of_libc(std::string locale) { return {.lc_collate = locale, .lc_ctype = locale}; }

/// A collation that the server brings: pg_collation.dat, and what pg_import_system_collations makes.
Collation of_system(const std::string& name, int server_version) {
  constexpr std::string_view icu_suffix = "-x-icu";
  if (name == "C" || name == "POSIX") return {.lc_collate = name, .lc_ctype = name, .any_encoding = true};
  if (name == "ucs_basic" && server_version >= 170000) return {.provider = "builtin", .locale = "C"};
  if (name == "ucs_basic") return of_libc("C");
  if (name == "unicode") return {.provider = "icu", .locale = "und"};
  if (name == "pg_c_utf8") return {.provider = "builtin", .locale = "C.UTF-8"};
  if (name == "pg_unicode_fast") return {.provider = "builtin", .locale = "PG_UNICODE_FAST"};
  if (name.ends_with(icu_suffix)) return {.provider = "icu", .locale = name.substr(0, name.size() - icu_suffix.size())};
  // A name without an encoding is the short form of the database's, as a rule UTF-8.
  return of_libc(name.find('.') == std::string::npos ? name + ".utf8" : name);
}

/// CREATE COLLATION … FROM existing.
Outcome copy(const Step& step, Nodes parts, Collation& collation) {
  const std::string name = cut_identifier(last_string(parts));
  std::string schema(parts.size() > 1 ? string_of(parts[parts.size() - 2]) : std::string_view{});
  if (schema.empty()) schema = step.fold.names.collations.find(name, step.path()).value_or("pg_catalog");
  if (schema == "pg_catalog") {
    collation = of_system(name, step.fold.options.server_version);
    return {};
  }
  const Object* source =
      step.fold.catalog.find({.kind = Kind::collation, .schema = schema, .parent = {}, .name = name, .signature = {}});
  if (!source) return missing("collation", parts);
  collation = std::get<Collation>(source->payload);
  return {};
}

}  // namespace

Outcome create_collation(Step& step, const PgQuery__DefineStmt& stmt) {
  const Nodes name = nodes(stmt.n_defnames, stmt.defnames);
  const Nodes definition = nodes(stmt.n_definition, stmt.definition);
  const ObjectId id = created_object(step, Kind::collation, name);
  if (stmt.if_not_exists && step.fold.catalog.find(id)) return {};
  Collation collation;
  if (definition.size() == 1 && std::string_view(definition[0]->def_elem->defname) == "from") {
    if (Outcome outcome = copy(step, items_of(definition[0]->def_elem->arg), collation); !outcome.done())
      return outcome;
  } else {
    collation = stated(step, definition);
  }
  step.define(id, std::move(collation));
  return {};
}

}  // namespace trueup::parse
