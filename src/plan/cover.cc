#include <algorithm>

#include "ddl/base_type.h"
#include "model/encode.h"
#include "plan/partition.h"

namespace trueup::plan {

namespace {

bool refers_to(const Object& object, const ObjectId& id) {
  return std::find(object.references.begin(), object.references.end(), id) != object.references.end();
}

class Cover {
 public:
  Cover(const Ends& ends, Fates& fates) : ends_(ends), fates_(fates) {}

  void run() {
    for (auto& [id, fate] : fates_) {
      if (fate.drop) cover_drop(*ends_.from.find(id), fate);
      if (fate.create) cover_create(*ends_.to.find(id), fate);
      if (!fate.alter.empty()) cover_alter(*ends_.to.find(id), fate);
    }
  }

 private:
  [[nodiscard]] bool joins_later(const ObjectId& table) const {
    const Fate* fate = fate_of(fates_, table);
    return fate && fate->joins_later;
  }
  /// A publication goes and comes with its tables and schemas.
  [[nodiscard]] static std::optional<ObjectId> publication_of(const ObjectId& id) {
    if (id.kind != Kind::publication_table && id.kind != Kind::publication_schema) return std::nullopt;
    return ObjectId{.kind = Kind::publication, .schema = {}, .parent = {}, .name = id.name, .signature = {}};
  }

  /// A base type and its functions stand on each other: they go together.
  [[nodiscard]] std::optional<ObjectId> served_type(const Object& routine) const {
    if (!is_routine(routine.id.kind)) return std::nullopt;
    for (const ObjectId& reference : routine.references) {
      if (reference.kind != Kind::base_type || !is_dropped(fates_, reference)) continue;
      const std::vector<ObjectId> functions =
          ddl::functions_of(std::get<BaseType>(ends_.from.find(reference)->payload));
      if (std::find(functions.begin(), functions.end(), routine.id) != functions.end()) return reference;
    }
    return std::nullopt;
  }

  void cover_drop(const Object& object, Fate& fate) {
    if (const auto publication = publication_of(object.id); publication && is_dropped(fates_, *publication)) {
      fate.dropped_with = publication;
      return;
    }
    if (const std::optional<ObjectId> type = served_type(object)) {
      fate.dropped_with = type;
      return;
    }
    const bool heir = object.inherited_from && is_dropped(fates_, *object.inherited_from);
    if (fate.dropped_with) return;
    if (is_knot(object)) {
      if (heir) fate.dropped_with = object.inherited_from;
      return;
    }
    const std::optional<ObjectId> base = ends_.from.home_of(object);
    if (base && is_dropped(fates_, *base)) {
      fate.dropped_with = base;
    } else if (heir) {
      fate.dropped_with = object.inherited_from;
    } else if (object.id.kind == Kind::trigger && object.inherited_from && base &&
               is_altered(fates_, *base, "partition_of")) {
      fate.dropped_with = base;
    } else if (base && !fate.create) {
      cover_drop_by_column(object, *base, fate);
    }
  }

  /// A foreign key between two tables that both go is dropped by itself, or neither table could go first.
  [[nodiscard]] bool is_knot(const Object& object) const {
    const auto* key = std::get_if<ForeignKey>(&object.payload);
    if (!key) return false;
    // A partition's part of a key within its tree goes with the tree.
    const ObjectId origin = origin_of(object, ends_.from);
    const bool own = key->referenced.schema == origin.schema && key->referenced.name == origin.parent;
    return !own && is_dropped(fates_, key->referenced);
  }

  /// Indexes, constraints and statistics go with any of their columns, sequences with the column that owns them.
  void cover_drop_by_column(const Object& object, const ObjectId& table, Fate& fate) {
    if (const auto* sequence = std::get_if<Sequence>(&object.payload)) {
      if (sequence->owned_by && is_dropped(fates_, *sequence->owned_by)) fate.dropped_with = *sequence->owned_by;
      return;
    }
    const bool goes =
        is_constraint(object.id.kind) || object.id.kind == Kind::index || object.id.kind == Kind::statistics;
    if (!goes) return;
    for (const Object* column : ends_.from.children(Kind::column, table.schema, table.name)) {
      if (!is_dropped(fates_, column->id) || !refers_to(object, column->id)) continue;
      fate.dropped_with = column->id;
      return;
    }
  }

  void cover_create(const Object& object, Fate& fate) {
    if (fate.alone || fate.renamed_from) return;
    if (const auto publication = publication_of(object.id); publication && is_created(fates_, *publication)) {
      fate.created_with = publication;
      return;
    }
    const std::optional<ObjectId> base = ends_.to.home_of(object);
    if (object.id.kind == Kind::column && base && is_created(fates_, *base)) {
      fate.created_with = base;
    } else if (has_index(object.id.kind) && object.inherited_from && !is_made_by_server(object, ends_.to)) {
      return;
    } else if (object.id.kind == Kind::check && base && joins_later(*base)) {
      return;
    } else if (object.inherited_from && is_created(fates_, origin_of(object, ends_.to))) {
      if (!is_only(*ends_.to.find(*object.inherited_from))) fate.created_with = object.inherited_from;
    } else if (object.inherited_from && base &&
               (is_created(fates_, *base) || is_altered(fates_, *base, "partition_of"))) {
      fate.created_with = base;
    }
  }

  /// ALTER on a parent reaches its children, but for the attributes every object has of its own.
  void cover_alter(const Object& object, Fate& fate) {
    if (!object.inherited_from) return;
    const Object* parent = ends_.to.find(*object.inherited_from);
    if (!parent) return;
    const std::vector<Field> own = fields_of(object);
    const std::vector<Field> theirs = fields_of(*parent);
    std::erase_if(fate.alter, [&](const std::string& field) {
      if (!ddl::field_rule(object.id.kind, field).reaches_children || !is_altered(fates_, parent->id, field))
        return false;
      const auto named = [&](const Field& f) { return f.name == field; };
      return std::find_if(own.begin(), own.end(), named)->value ==
             std::find_if(theirs.begin(), theirs.end(), named)->value;
    });
  }

  const Ends& ends_;
  Fates& fates_;
};

}  // namespace

void cover(const Ends& ends, Fates& fates) {
  settle_partitions(ends, fates);
  Cover(ends, fates).run();
}

}  // namespace trueup::plan
