#include "diff/likely_rename.h"

#include <map>
#include <optional>

#include "base/quote.h"
#include "model/encode.h"

namespace trueup::diff {

namespace {

/// The table that an object is lost with.
std::optional<ObjectId> table_of(const Object& object) {
  if (const auto* index = std::get_if<Index>(&object.payload)) return index->table;
  if (const auto* sequence = std::get_if<Sequence>(&object.payload); sequence && sequence->owned_by)
    return table_id(sequence->owned_by->schema, sequence->owned_by->parent);
  if (!has_parent(object.id.kind)) return std::nullopt;
  return table_id(object.id.schema, object.id.parent);
}

/// Kinds of which something is lost, or built for nothing, when a rename is not seen as one.
bool is_worth_asking(Kind kind) {
  return kind == Kind::schema || is_relation(kind) || is_type(kind) || is_routine(kind) || kind == Kind::sequence ||
         kind == Kind::column || is_constraint(kind) || kind == Kind::index;
}

/// All of an object but its name; "" for one that has nothing to know it by.
std::string shape_of(const Object& object, const Catalog& catalog) {
  const ObjectId& id = object.id;
  std::string shape;
  if (id.kind == Kind::schema) {
    for (const auto& [inner, any] : catalog.objects)
      if (inner.schema == id.name && !has_parent(inner.kind))
        shape += std::string(name_of(inner.kind)) + " " + inner.name + ",";
    return shape;
  }
  if (id.kind == Kind::table) {
    for (const Object* column : catalog.columns_of(id))
      shape += quote_identifier(column->id.name) + " " + std::get<Column>(column->payload).type + ",";
    return shape;
  }
  for (const Field& field : fields_of(object))
    if (!is_attribute(field.name)) shape += field.value + ";";
  return shape;
}

struct Pair {
  std::vector<const Object*> gone;
  std::vector<const Object*> made;
};

}  // namespace

std::vector<LikelyRename> likely_renames(const Catalog& from, const Catalog& to, const Difference& difference) {
  std::map<std::string, Pair> pairs;
  for (const Delta& delta : difference.deltas) {
    if (delta.change == Change::alter || !is_worth_asking(delta.id.kind)) continue;
    const bool gone = delta.change == Change::drop;
    const Object& object = *(gone ? from : to).find(delta.id);
    const std::optional<ObjectId> table = table_of(object);
    // What comes and goes with its table, or came from a parent, is none of its own.
    if (object.inherited_from || (table && (!from.find(*table) || !to.find(*table)))) continue;
    const std::string shape = shape_of(object, gone ? from : to);
    if (shape.empty()) continue;
    const std::string place = std::string(name_of(delta.id.kind)) + " " + delta.id.schema + "." + delta.id.parent +
                              (table ? table->name : "") + "(" + delta.id.signature + ") ";
    Pair& pair = pairs[place + shape];
    (gone ? pair.gone : pair.made).push_back(&object);
  }
  std::vector<LikelyRename> likely;
  for (const auto& [key, pair] : pairs) {
    if (pair.gone.size() != 1 || pair.made.size() != 1) continue;
    const ObjectId& old = pair.gone.front()->id;
    likely.push_back(
        {.from = old, .to = pair.made.front()->id, .directive = "trueup: renamed from " + quote_identifier(old.name)});
  }
  return likely;
}

}  // namespace trueup::diff
