#include "plan/parking.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "ddl/column_type.h"
#include "ddl/parking.h"
#include "model/parked.h"
#include "plan/fate.h"

namespace trueup::plan {

namespace {

class Choice {
 public:
  Choice(const Catalog& from, const Catalog& to, const diff::Difference& difference, const std::set<ObjectId>& taken)
      : from_(from),
        away_(fates_of(from, to, difference)),
        back_(fates_of(to, from, diff::compare(to, from))),
        taken_(taken) {
    for (const auto& [id, object] : from.objects) {
      if (const auto descent = descent_of(object))
        for (const ObjectId& parent : *descent.inherits) parents_.insert(parent);
      if (const auto* column = std::get_if<Column>(&object.payload)) types_.insert(element_type(column->type));
    }
  }

  Parking run() {
    // Tables first: what goes with them depends on it.
    for (const Kind kind : {Kind::table, Kind::column, Kind::sequence})
      for (const auto& [id, fate] : away_)
        if (id.kind == kind && fate.drop) consider(id, fate);
    return std::move(parking_);
  }

 private:
  static Fates fates_of(const Catalog& from, const Catalog& to, const diff::Difference& difference) {
    const Ends ends(from, to);
    Fates fates = decide(ends, difference);
    cover(ends, fates);
    return fates;
  }

  static std::string element_type(std::string type) {
    while (type.ends_with("[]")) type.resize(type.size() - 2);
    return type;
  }

  void consider(const ObjectId& id, const Fate& fate) {
    const Object& object = *from_.find(id);
    if (!holds_data(object) || goes_with_another(id, fate)) return;
    if (const std::string why = obstacle(object, fate); !why.empty()) return say_dropped(id, why);
    const ObjectId place = parked_id(id, taken_);
    taken_.insert(place);
    parking_.places.emplace(id, place);
    if (id.kind == Kind::column && ddl::needs_values(object, from_)) say_values(id, place);
  }

  /// A partitioned table holds no rows itself, a generated column's values can be computed again.
  [[nodiscard]] bool holds_data(const Object& object) const {
    if (const auto* table = std::get_if<Table>(&object.payload)) return !table->partition_key;
    if (const auto* column = std::get_if<Column>(&object.payload))
      return column->generated.empty() && !ddl::is_foreign(object, from_);
    return true;
  }

  /// A column goes with its table; a sequence that something else owns goes with that, where it is not parked.
  [[nodiscard]] bool goes_with_another(const ObjectId& id, const Fate& fate) const {
    if (!fate.dropped_with || id.kind == Kind::table) return false;
    return id.kind != Kind::sequence || !is_parked(*fate.dropped_with);
  }

  [[nodiscard]] bool is_parked(ObjectId id) const {
    for (auto it = away_.find(id); it != away_.end() && it->second.dropped_with; it = away_.find(id))
      id = *it->second.dropped_with;
    return parking_.places.contains(id);
  }

  /// Why the object cannot be parked; "" where it can.
  [[nodiscard]] std::string obstacle(const Object& object, const Fate& fate) const {
    if (fate.create) return "it is made anew under its own name";
    const auto back = back_.find(object.id);
    const bool returns = back != back_.end() && back->second.create && !back->second.drop;
    if (object.id.kind == Kind::table) return inheritance(object);
    if (object.id.kind != Kind::column) return "";
    if (!returns || back->second.created_with) return "the way back makes its table anew";
    const Object& table = *from_.find(table_id(object.id.schema, object.id.parent));
    const auto& payload = std::get<Table>(table.payload);
    if (payload.partition_key || payload.partition_of) return "partitions have their columns in common";
    if (const std::string why = inheritance(table); !why.empty()) return why;
    if (types_.contains(sql_name(table.id))) return "its table is the type of a column";
    return "";
  }

  [[nodiscard]] std::string inheritance(const Object& table) const {
    const bool child = !std::get<Table>(table.payload).inherits.empty();
    return child || parents_.contains(table.id) ? "tables that inherit have their columns in common" : "";
  }

  void say_dropped(const ObjectId& id, const std::string& why) {
    parking_.said.push_back({.severity = Severity::warning,
                             .code = "not-parked",
                             .message = fmt::format("{} cannot be parked: {}; it is dropped", to_string(id), why),
                             .where = {},
                             .hint = {},
                             .excerpt = {}});
  }

  void say_values(const ObjectId& id, const ObjectId& place) {
    parking_.said.push_back(
        {.severity = Severity::note,
         .code = "parked-not-null",
         .message =
             fmt::format("{} takes no NULL: the way back needs a value in rows that come in until then", to_string(id)),
         .where = {},
         .hint = fmt::format("it will be called {} meanwhile", sql_name(place)),
         .excerpt = {}});
  }

  const Catalog& from_;
  Fates away_;
  Fates back_;
  std::set<ObjectId> taken_;
  std::set<ObjectId> parents_;   ///< tables that others inherit from
  std::set<std::string> types_;  ///< of all columns, without "[]"
  Parking parking_;
};

}  // namespace

std::set<ObjectId> Parking::ids() const {
  std::set<ObjectId> ids;
  for (const auto& [id, place] : places) ids.insert(id);
  return ids;
}

Parking park(const Catalog& from, const Catalog& to, const diff::Difference& difference,
             const std::set<ObjectId>& taken) {
  return Choice(from, to, difference, taken).run();
}

}  // namespace trueup::plan
