#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "effects/effects.h"

namespace trueup::effects {

/// A relation, or an index.
struct Relation {
  ObjectId now;           ///< as it is called now
  ObjectId model;         ///< as the plan's ends call it
  std::string table;      ///< of an index, or of the column that owns a sequence: the table's name now; else ""
  bool in_use = false;    ///< it was there when the plan began, and is still: people may use it
  bool has_rows = false;  ///< here: no foreign or partitioned table, no view
};

/// What the database holds while a plan runs, as far as locks go. Names are as SQL writes them: "public.orders".
class Scene {
 public:
  explicit Scene(const Ends& ends);

  const Catalog& from;
  const Catalog& to;
  int version;  ///< the server's, major

  /// nullptr for what is no relation.
  [[nodiscard]] const Relation* find(std::string_view name) const;
  /// The object that the plan's ends know under that name: in `from`, else in `to`; nullptr for none.
  [[nodiscard]] const Object* object(std::string_view name) const;
  [[nodiscard]] const Object* object(const ObjectId& model) const;
  /// What a relation of the plan's ends is called now.
  [[nodiscard]] std::string name_of(const ObjectId& model) const;

  /// The relation and all that descend from it.
  [[nodiscard]] std::vector<std::string> tree_of(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> parents_of(std::string_view name) const;

  /// Checks that the plan adds, "public.t ck" → "(a IS NOT NULL)", and those that hold for every row.
  std::map<std::string, std::string> checks;
  std::set<std::string> proven;  ///< "public.t (a IS NOT NULL)"

  /// True for a constraint or index that the plan has dropped.
  [[nodiscard]] bool is_gone(const ObjectId& model) const { return gone_.contains(model); }
  /// True for a domain that the plan has made.
  [[nodiscard]] bool is_made(const ObjectId& model) const { return made_.contains(model); }

  // What statements bring about.
  void make(const ObjectId& model);
  /// Gives a relation another schema or name; "" leaves the one it has.
  void rename(std::string_view from, const std::string& schema, const std::string& name);
  void rename_schema(const std::string& from, const std::string& to);
  void drop(std::string_view name);
  void drop_part(const ObjectId& model) {
    gone_.insert(model);
    made_.erase(model);
  }
  void make_part(const ObjectId& model) { made_.insert(model); }
  void descend(std::string_view child, std::string_view parent);
  void leave(std::string_view child, std::string_view parent);

 private:
  void know(const Catalog& catalog, const Renaming* renaming);

  std::map<std::string, Relation, std::less<>> relations_;
  std::map<std::string, std::set<std::string>, std::less<>> children_;
  std::set<ObjectId> gone_;
  std::set<ObjectId> made_;
};

}  // namespace trueup::effects
