#include "parse/storage_parameters.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace trueup::parse {

static std::string parameter_name(const PgQuery__DefElem& element) {
  std::string name = element.defnamespace;
  if (!name.empty()) name += '.';
  name += element.defname;
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
  return name;
}

void set_storage_parameters(StorageParameters& options, Nodes elements) {
  for (const Node* node : elements) {
    const PgQuery__DefElem& element = *node->def_elem;
    const std::string name = parameter_name(element);
    if (name == "oids") continue;  // WITH (OIDS = FALSE): accepted, stored nowhere
    options.set(name, value_text(element));
  }
}

void reset_storage_parameters(StorageParameters& options, Nodes elements) {
  for (const Node* node : elements) options.erase(parameter_name(*node->def_elem));
}

StorageParameters storage_parameters(Nodes elements) {
  StorageParameters options;
  set_storage_parameters(options, elements);
  return options;
}

std::string tablespace_of(std::string_view stated) { return stated == "pg_default" ? "" : std::string(stated); }

std::string_view default_storage(std::string_view type) {
  constexpr std::array main = {"numeric", "inet", "cidr"};
  constexpr std::array extended = {"text",     "character", "bpchar",        "bytea",      "json", "jsonb",
                                   "xml",      "bit",       "\"bit\"",       "tsvector",   "path", "polygon",
                                   "jsonpath", "refcursor", "txid_snapshot", "pg_snapshot"};
  if (type.ends_with("[]")) return "extended";
  const std::string_view base = type.substr(0, type.find_first_of("( "));
  const auto is_base = [&](std::string_view name) { return base == name; };
  if (std::any_of(main.begin(), main.end(), is_base)) return "main";
  if (base == "tsquery") return "plain";
  if (std::any_of(extended.begin(), extended.end(), is_base) || base.ends_with("range")) return "extended";
  return base.find('.') == std::string_view::npos ? "plain" : "extended";
}

}  // namespace trueup::parse
