#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "canonical/types.h"
#include "model/catalog.h"

namespace trueup::canonical {

/// A column as queries see it. `type` none: not known without a server.
struct ColumnInfo {
  std::string name;
  TypeUse type;
};

struct RelationInfo {
  std::string schema;
  std::string name;
  std::vector<ColumnInfo> columns;
  bool known = true;               ///< false when the columns could not be found out
  std::optional<ObjectId> object;  ///< nullopt for system relations and members of extensions
};

struct FunctionInfo {
  std::string schema;  ///< "" for pg_catalog
  std::string name;
  char kind = 'f';  ///< 'f', 'a' aggregate, 'w' window function, 'p' procedure
  bool returns_set = false;
  TypeId result = type::none;
  std::vector<TypeId> arguments;
  int defaults = 0;
  TypeId variadic = type::none;          ///< its element type, or "any"
  std::vector<std::string> input_names;  ///< "" where a parameter has none
  std::vector<ColumnInfo> output_columns;
  std::optional<ObjectId> object;
};

struct OperatorInfo {
  std::string schema;
  TypeId left = type::none;  ///< none for a prefix operator
  TypeId right = type::none;
  TypeId result = type::none;
  std::optional<ObjectId> object;
};

/// What names mean in one catalog, PostgreSQL's own names included.
class Names {
 public:
  explicit Names(const Catalog& catalog);

  Types types;

  [[nodiscard]] const Catalog& catalog() const { return catalog_; }

  /// The relation of that name, in `schema` or else along `path`; nullptr when there is none. `path` holds schemas
  /// as search_path does; pg_catalog comes first unless the path says otherwise.
  [[nodiscard]] const RelationInfo* relation(std::string_view schema, std::string_view name,
                                             std::span<const std::string> path);

  [[nodiscard]] TypeId find_type(std::string_view schema, std::string_view name,
                                 std::span<const std::string> path) const;

  /// Every function of that name, those of a schema earlier on the path first.
  [[nodiscard]] const std::vector<FunctionInfo>& functions(std::string_view schema, std::string_view name,
                                                           std::span<const std::string> path);

  [[nodiscard]] std::vector<OperatorInfo> operators(std::string_view schema, std::string_view name,
                                                    std::span<const std::string> path) const;

  /// Makes an aggregate known: those of the catalog are not until their result types have been found out.
  void add(const ObjectId& id, const Aggregate& aggregate);

  /// The object being read: it did not exist yet when its own text was first resolved along a path.
  std::optional<ObjectId> current;

  /// Where the files state what is being read; nullptr outside of any object.
  const Location* stated_at = nullptr;

  /// The columns that `relation` had when what is being read was stated: the same file may add more further down.
  [[nodiscard]] std::vector<ColumnInfo> columns_then(const RelationInfo& relation) const;

  /// The sequence, table, view … that regclass would give for that name.
  [[nodiscard]] std::optional<ObjectId> regclass(std::string_view schema, std::string_view name,
                                                 std::span<const std::string> path) const;

  /// The object of a kind that lives in a schema (collation, text search configuration): of that schema, or else the
  /// first along `path`.
  [[nodiscard]] std::optional<ObjectId> find(Kind kind, std::string_view schema, std::string_view name,
                                             std::span<const std::string> path) const;

  /// The columns of a composite type or row type; nullptr for other types.
  [[nodiscard]] const std::vector<ColumnInfo>* row(TypeId type);

  /// Called when the columns of a view must be known: derives them (on the parse door).
  std::function<void(const ObjectId&)> derive_view;

  /// Forgets what was cached of a relation, after its columns became known.
  void forget(const ObjectId& relation);

 private:
  [[nodiscard]] const RelationInfo* load(std::string_view schema, std::string_view name);
  void add_operator(const ObjectId& id, const Operator& own);
  void add_extension_functions();
  void add_builtin_functions(std::vector<FunctionInfo>& found, std::string_view name) const;

  const Catalog& catalog_;
  std::map<std::string, std::vector<OperatorInfo>, std::less<>> own_operators_;
  std::map<std::string, std::vector<FunctionInfo>, std::less<>> own_functions_;
  std::unordered_map<std::string, std::vector<FunctionInfo>> functions_;
  std::map<std::pair<std::string, std::string>, std::unique_ptr<RelationInfo>> relations_;
  std::map<TypeId, std::vector<ColumnInfo>> rows_;
};

/// The schemas to look in, in order: `path` with pg_catalog put in front unless it is there already.
[[nodiscard]] std::vector<std::string_view> effective_path(std::span<const std::string> path);

}  // namespace trueup::canonical
