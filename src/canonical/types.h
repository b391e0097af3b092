#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "canonical/extensions.h"
#include "model/catalog.h"

namespace trueup::canonical {

/// A type: PostgreSQL's oid for its own, a number of this run for the catalog's. 0 is "not known".
using TypeId = std::uint32_t;

// The built-in types that rules name (pg_type.dat).
namespace type {
inline constexpr TypeId none = 0, boolean = 16, bytea = 17, char1 = 18, name = 19, int8 = 20, int2 = 21,
                        int2vector = 22, int4 = 23, regproc = 24, text = 25, oid = 26, oidvector = 30, json = 114,
                        xml = 142, point = 600, box = 603, cidr = 650, float4 = 700, float8 = 701, unknown = 705,
                        money = 790, macaddr = 829, inet = 869, bpchar = 1042, varchar = 1043, date = 1082, time = 1083,
                        timestamp = 1114, timestamptz = 1184, interval = 1186, timetz = 1266, bit = 1560, varbit = 1562,
                        numeric = 1700, regprocedure = 2202, regclass = 2205, regtype = 2206, record = 2249,
                        internal = 2281, any = 2276, anyarray = 2277, void_type = 2278, trigger = 2279,
                        anyelement = 2283, record_array = 2287, anynonarray = 2776, uuid = 2950, anyenum = 3500,
                        regconfig = 3734, jsonb = 3802, anyrange = 3831, jsonpath = 4072, regnamespace = 4089,
                        regrole = 4096, anymultirange = 4537, anycompatiblemultirange = 4538, anycompatible = 5077,
                        anycompatiblearray = 5078, anycompatiblenonarray = 5079, anycompatiblerange = 5080;
}  // namespace type

/// A type with its modifier. `modifier` is what stands between the parentheses ("10,2"; "day to second(3)" for an
/// interval's fields), as an index into Types' table; -1 for none.
struct TypeUse {
  TypeId id = type::none;
  int modifier = -1;

  bool operator==(const TypeUse&) const = default;
};

struct TypeInfo {
  TypeId id = type::none;
  std::string schema;  ///< "" for pg_catalog
  std::string name;
  char kind = 'b';      ///< pg_type.typtype: b, c, d, e, p, r, m
  char category = 'U';  ///< pg_type.typcategory
  bool preferred = false;
  TypeId element = type::none;  ///< of a true array
  TypeId array = type::none;
  TypeUse base;  ///< of a domain
  TypeId range_subtype = type::none;
  TypeId multirange_of = type::none;
  const Object* object = nullptr;  ///< what the catalog says; a relation for its row type
  std::string extension;           ///< that brings it; "" for none
};

/// The types of PostgreSQL and of one catalog.
class Types {
 public:
  explicit Types(const Catalog& catalog);

  [[nodiscard]] const TypeInfo& info(TypeId id) const { return *by_id_.at(id); }
  [[nodiscard]] TypeId find(std::string_view schema, std::string_view name) const;

  /// Reads a type as the model writes it; {none} when it is not known.
  [[nodiscard]] TypeUse parse(std::string_view text);

  /// format_type() with an empty search_path, for display in casts: "bpchar" and "\"bit\"" stay without a length.
  [[nodiscard]] std::string format(TypeUse use) const;

  /// The base type of a domain (and its modifier), any other type itself.
  [[nodiscard]] TypeUse base(TypeUse use) const;
  [[nodiscard]] TypeId base(TypeId id) const { return base(TypeUse{id, -1}).id; }

  /// The element of an array or of a domain over one; none for the rest.
  [[nodiscard]] TypeId element(TypeId id) const { return id == type::none ? type::none : info(base(id)).element; }
  [[nodiscard]] TypeId array_of(TypeId id) const { return id == type::none ? type::none : info(id).array; }

  [[nodiscard]] int modifier(std::string_view text);
  [[nodiscard]] const std::string& modifier_text(int modifier) const { return modifiers_[modifier]; }

  /// A cast that the catalog states or an extension brings: its context and method as in pg_cast, or nullptr.
  struct Cast {
    char context = 'e';
    char method = 'f';
    std::optional<ObjectId> object;  ///< nullopt for an extension's
  };
  [[nodiscard]] const Cast* stated_cast(TypeId source, TypeId target) const {
    const auto it = casts_.find({source, target});
    return it == casts_.end() ? nullptr : &it->second;
  }

  /// What the installed extensions bring, as far as it is known without a server.
  [[nodiscard]] const std::vector<ExtensionLine>& extensions() const { return extensions_; }

  /// The row type of a relation, or none.
  [[nodiscard]] TypeId row_type(std::string_view schema, std::string_view relation) const {
    return find(schema, relation);
  }

 private:
  TypeId add(TypeInfo info);
  void add_with_array(TypeInfo info);
  void add_builtins();
  void add_extension_types();
  void link_extension_types();
  void add_user_casts(const Catalog& catalog);
  void add_user_types(const Catalog& catalog);
  void link_user_types(const Catalog& catalog);

  std::deque<TypeInfo> infos_;
  std::unordered_map<TypeId, TypeInfo*> by_id_;
  std::unordered_map<std::string, TypeId> by_name_;
  std::unordered_map<std::string, TypeUse> parsed_;
  std::vector<std::string> modifiers_;
  std::vector<ExtensionLine> extensions_;
  std::map<std::pair<TypeId, TypeId>, Cast> casts_;
  TypeId next_ = 100000;
};

}  // namespace trueup::canonical
