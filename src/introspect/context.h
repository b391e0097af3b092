#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "introspect/row.h"
#include "model/catalog.h"

namespace trueup::introspect {

// The oids of the system catalogs that name objects in pg_depend, pg_description and the like; fixed by initdb.
inline constexpr Oid pg_type = 1247;
inline constexpr Oid pg_proc = 1255;
inline constexpr Oid pg_class = 1259;
inline constexpr Oid pg_authid = 1260;
inline constexpr Oid pg_attrdef = 2604;
inline constexpr Oid pg_constraint = 2606;
inline constexpr Oid pg_namespace = 2615;
inline constexpr Oid pg_rewrite = 2618;
inline constexpr Oid pg_cast = 2605;
inline constexpr Oid pg_conversion = 2607;
inline constexpr Oid pg_language = 2612;
inline constexpr Oid pg_opclass = 2616;
inline constexpr Oid pg_operator = 2617;
inline constexpr Oid pg_trigger = 2620;
inline constexpr Oid pg_opfamily = 2753;
inline constexpr Oid pg_extension = 3079;
inline constexpr Oid pg_policy = 3256;
inline constexpr Oid pg_foreign_server = 1417;
inline constexpr Oid pg_user_mapping = 1418;
inline constexpr Oid pg_foreign_data_wrapper = 2328;
inline constexpr Oid pg_subscription = 6100;
inline constexpr Oid pg_publication = 6104;
inline constexpr Oid pg_publication_rel = 6106;
inline constexpr Oid pg_publication_namespace = 6237;
inline constexpr Oid pg_statistic_ext = 3381;
inline constexpr Oid pg_collation = 3456;
inline constexpr Oid pg_event_trigger = 3466;
inline constexpr Oid pg_ts_dict = 3600;
inline constexpr Oid pg_ts_parser = 3601;
inline constexpr Oid pg_ts_config = 3602;
inline constexpr Oid pg_ts_template = 3764;
inline constexpr Oid pg_transform = 3576;

/// How the system catalogs name an object: the catalog, its row, and a column's number or 0.
struct Address {
  Oid catalog = 0;
  Oid object = 0;
  int part = 0;

  bool operator==(const Address&) const = default;
};

struct AddressHash {
  std::size_t operator()(const Address& address) const {
    const std::uint64_t mixed = (std::uint64_t{address.object} << 20U) ^ (std::uint64_t{address.catalog} << 7U) ^
                                static_cast<std::uint64_t>(address.part);
    return std::hash<std::uint64_t>()(mixed * 0x9E3779B97F4A7C15U);
  }
};

template <class T>
using AddressMap = std::unordered_map<Address, T, AddressHash>;

/// A table, view, materialized view or composite type of pg_class.
struct Relation {
  ObjectId id;
  char relkind = 'r';
  bool managed = true;               ///< false: an extension's, a migration tool's, or of a kind that is not managed
  std::vector<std::string> columns;  ///< by attnum from 1; "" where one was dropped
  std::vector<Oid> collations;       ///< by attnum from 1, as columns
  std::vector<Oid> parents;          ///< what it inherits from or is a partition of, in order

  [[nodiscard]] std::string column(std::int64_t number) const {
    return number > 0 && number <= std::ssize(columns) ? columns[number - 1] : std::string();
  }
};

struct OperatorClass {
  std::string name;  ///< qualified unless in pg_catalog
  bool is_default = false;
};

/// An index of pg_index, a constraint's included.
struct IndexRow {
  ObjectId id;
  Oid relation = 0;
  Index index;
  Oid parent = 0;        ///< the partitioned index it belongs to
  bool claimed = false;  ///< a constraint's own
};

/// The state of one reading: what the steps have learnt so far.
struct Context {
  Catalog& catalog;
  int version = 0;                                    ///< server_version_num
  bool superuser = false;                             ///< who reads is one
  std::string schemas = "'{}'";                       ///< oid[] literal of the schemas that are read
  std::unordered_map<Oid, std::string> schema_names;  ///< all of them
  std::unordered_map<Oid, std::string> roles;         ///< all of them
  std::unordered_map<Oid, std::string> collations;    ///< qualified
  std::unordered_map<Oid, OperatorClass> operator_classes;
  std::unordered_map<Oid, Relation> relations;
  std::unordered_map<Oid, IndexRow> indexes;
  AddressMap<Object*> objects;      ///< every address that stands for an object of the catalog
  AddressMap<std::string> members;  ///< extension members → their extension

  [[nodiscard]] bool since(int major) const { return version >= major * 10000; }

  /// Puts an object into the catalog and remembers its address.
  Object& add(const Address& address, Object object);

  /// The object at `address`, nullptr when it is none of the catalog's.
  [[nodiscard]] Object* object_at(const Address& address);

  /// The relation of that oid when it is managed, else nullptr.
  [[nodiscard]] const Relation* managed(Oid relation) const;

  [[nodiscard]] std::string role(Oid oid) const;
  [[nodiscard]] std::string schema(Oid oid) const;
  [[nodiscard]] bool is_member(Oid catalog_oid, Oid object) const { return members.contains({catalog_oid, object, 0}); }

  /// `what` is there and not managed: "aggregate public.total(integer)".
  void warn_not_managed(const std::string& what);
  /// The object is managed, but not this about it: "is generated VIRTUAL".
  void warn_not_managed(const ObjectId& id, const std::string& property);
};

/// One query and what its rows mean. `$schemas` in the query stands for the oids of the schemas that are read.
struct Step {
  std::string_view what;  ///< for messages: "tables"
  std::string (*query)(const Context&);
  void (*fold)(Context&, const db::Rows&);
};

}  // namespace trueup::introspect
