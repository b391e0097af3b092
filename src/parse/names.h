#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "parse/source.h"

namespace trueup::parse {

/// A schema and a name as one text, for hashing.
[[nodiscard]] std::string name_key(std::string_view schema, std::string_view name);

/// The names that one namespace of the server (relations, types, …) holds in all scripts together.
class NameSet {
 public:
  void add(std::string_view schema, std::string_view name) { keys_.insert(name_key(schema, name)); }
  [[nodiscard]] bool contains(std::string_view schema, std::string_view name) const {
    return keys_.contains(name_key(schema, name));
  }
  /// The first schema of `path` that has `name`.
  [[nodiscard]] std::optional<std::string> find(std::string_view name, const SearchPath& path) const;

 private:
  std::unordered_set<std::string> keys_;
};

struct DeclaredExtension {
  std::string name;
  std::string schema;  ///< where its members are taken to live
};

/// Every name that the scripts declare anywhere: what an unqualified name can mean. Between scripts there is no
/// order, so a name is looked up here rather than among what has been folded so far.
struct Names {
  std::unordered_set<std::string> schemas = {"public", "pg_catalog", "information_schema"};
  NameSet relations;  ///< tables, views, sequences, foreign tables; indexes are found among the folded objects
  NameSet left_out;   ///< of these: tables made from a query, which are not managed
  NameSet types;      ///< row types included
  NameSet routines;
  NameSet collations;
  NameSet text_search_parsers;
  NameSet text_search_templates;
  NameSet text_search_dictionaries;
  NameSet text_search_configurations;
  NameSet operators;
  NameSet operator_classes;
  NameSet operator_families;
  std::vector<DeclaredExtension> extensions;

  /// Where CREATE puts an unqualified name: the first schema of `path` that exists.
  [[nodiscard]] std::string creation_schema(const SearchPath& path) const;

  /// The schema where a member `name` of some stated extension is taken to live; nullopt without extensions.
  [[nodiscard]] std::optional<std::string> extension_schema(std::string_view name, const SearchPath& path) const;
};

/// The multirange type that CREATE TYPE … AS RANGE implies: makeMultirangeTypeName in typecmds.c.
[[nodiscard]] std::string multirange_name(const std::string& range);

// Three rounds over all scripts, for a later one stands on the earlier: schemas decide where an unqualified name goes,
// and only what is declared can be renamed.
void declare_schemas(const Source& source, Names& names);
void declare(const Source& source, Names& names);
void declare_renames(const Source& source, Names& names);

}  // namespace trueup::parse
