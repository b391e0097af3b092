#include <algorithm>
#include <deque>

#include "plan/partition.h"

namespace trueup::plan {

Ends::Ends(const Catalog& from, const Catalog& to) : from(from), to(to) {
  for (const auto& [id, object] : from.objects) {
    // A definition that did not change stands on what either door found under it.
    const Object* after = to.find(id);
    std::vector<ObjectId> references = object.references;
    if (after) references.insert(references.end(), after->references.begin(), after->references.end());
    std::sort(references.begin(), references.end());
    references.erase(std::unique(references.begin(), references.end()), references.end());
    for (const ObjectId& reference : references) dependents_[reference].push_back(&object);
  }
}

const std::vector<const Object*>& Ends::dependents(const ObjectId& id) const {
  static const std::vector<const Object*> none;
  const auto it = dependents_.find(id);
  return it == dependents_.end() ? none : it->second;
}

namespace {

class Decision {
 public:
  Decision(const Ends& ends, const diff::Difference& difference) : ends_(ends), context_{ends.from, ends.to} {
    for (const diff::Delta& delta : difference.deltas) classify(delta);
    for (const diff::Delta& delta : difference.deltas) {
      if (has_index(delta.id.kind)) part_from_parent(delta);
      if (delta.id.kind == Kind::column) repartition(delta);
    }
    for (const auto& [id, object] : ends.to.objects)
      if (const auto* key = std::get_if<ForeignKey>(&object.payload)) part_types(object, *key);
  }

  Fates run() {
    while (!work_.empty()) {
      const ObjectId id = work_.front();
      work_.pop_front();
      spread(id);
    }
    std::vector<ObjectId> rebuilt;
    for (const auto& [id, fate] : fates_)
      if (fate.rebuild() && (id.kind == Kind::index || is_constraint(id.kind))) rebuilt.push_back(id);
    for (const ObjectId& id : rebuilt) restore_marks(id);
    return std::move(fates_);
  }

 private:
  void classify(const diff::Delta& delta) {
    Fate& fate = fates_[delta.id];
    if (delta.change == diff::Change::create) fate.create = true;
    if (delta.change == diff::Change::drop) {
      fate.drop = true;
      fate.replace_type = is_type(delta.id.kind) && becomes_another_type(delta.id);
    }
    if (delta.change == diff::Change::alter) classify_fields(delta, fate);
    work_.push_back(delta.id);
  }

  /// An enum that becomes a domain of the same name, say.
  [[nodiscard]] bool becomes_another_type(const ObjectId& id) const {
    return std::any_of(all_kinds.begin(), all_kinds.end(), [&](Kind kind) {
      ObjectId other = id;
      other.kind = kind;
      return kind != id.kind && is_type(kind) && ends_.to.find(other);
    });
  }

  void classify_fields(const diff::Delta& delta, Fate& fate) {
    const Object& before = *ends_.from.find(delta.id);
    const Object& after = *ends_.to.find(delta.id);
    for (const std::string& field : delta.fields) {
      if (field == "inherited_from" && moves_with_table(before, ends_)) continue;
      const ddl::FieldRule& rule = ddl::field_rule(delta.id.kind, field);
      if (!rule.alter || (rule.how && rule.how(before, after, context_) == ddl::Change::rebuild)) {
        rebuild(delta.id, fate);
        return;
      }
      fate.alter.push_back(field);
      fate.disturbing |= rule.disturbs_dependents;
    }
  }

  /// A part cannot leave its parent's index by itself: unless it is renamed, moves with its table, or the parent's goes
  /// as well, the whole tree is rebuilt.
  void part_from_parent(const diff::Delta& delta) {
    const Object* part = ends_.from.find(delta.id);
    if (!part || !part->inherited_from || moves_with_table(*part, ends_)) return;
    const Object* after = ends_.to.find(delta.id);
    if (after && after->inherited_from == part->inherited_from && !fates_[delta.id].drop) return;
    const Object* successor = after ? nullptr : successor_of(*part, ends_);
    if (successor && is_renamed(*part, *successor)) return;
    rebuild_tree(*part);
  }

  /// A column of a partition key keeps its type and collation: otherwise the table is made anew.
  void repartition(const diff::Delta& delta) {
    const auto retyped = [](const std::string& field) { return field == "type" || field == "collation"; };
    if (std::none_of(delta.fields.begin(), delta.fields.end(), retyped)) return;
    const ObjectId table{.kind = Kind::table, .schema = delta.id.schema, .parent = {}, .name = delta.id.parent};
    const Object* object = ends_.from.find(table);
    const auto* payload = object ? std::get_if<Table>(&object->payload) : nullptr;
    if (!payload || !payload->partition_key || !ends_.to.find(table)) return;
    for (const KeyElement& element : payload->partition_key->elements) {
      const std::vector<ObjectId>& references = element.expression.references;
      if (std::find(references.begin(), references.end(), delta.id) == references.end()) continue;
      rebuild(table, fates_[table]);
      work_.push_back(table);
    }
  }

  static void rebuild(const ObjectId& id, Fate& fate) {
    fate.drop = fate.create = true;
    fate.alter.clear();
    fate.disturbing = false;
    fate.replace_type = is_type(id.kind) || id.kind == Kind::collation;
  }

  /// Takes down what stands on `id`, if `id` goes away or is disturbed.
  void spread(const ObjectId& id) {
    const Fate fate = fates_[id];
    if (fate.drop || fate.disturbing || fate.convert)
      for (const Object* dependent : ends_.dependents(id)) take_down(*dependent, id, fate);
    if (fate.drop) release_sequences(id);
  }

  void take_down(const Object& dependent, const ObjectId& base, const Fate& fate) {
    const Object* after = ends_.to.find(dependent.id);
    if (!after) return;  // dropped anyway, before its base
    Fate& its = fates_[dependent.id];
    if (its.drop) return;
    if (!fate.drop && !is_sensitive(dependent, base)) return;
    if (!fate.drop && has_index(dependent.id.kind) && base.kind == Kind::column) return rebuild_tree(dependent);
    const bool leaves = fate.drop && !fate.create && !its.alter.empty() && !has_overload(base);
    if (leaves) return;  // its own change lets go of the base first
    if (dependent.id.kind == Kind::column && base.kind != Kind::column && !is_own_table(dependent, base)) {
      hold_column(dependent, base, its);
    } else if (dependent.id.kind == Kind::domain && is_routine(base.kind)) {
      its.detach_default = true;
    } else {
      rebuild(dependent.id, its);
    }
    work_.push_back(dependent.id);
  }

  /// True for an index of a partitioned table or of a partition.
  [[nodiscard]] bool is_in_tree(const Object& index) const {
    const Object* table = ends_.from.find(table_of(index));
    const auto* payload = table ? std::get_if<Table>(&table->payload) : nullptr;
    return payload && (payload->partition_key || payload->partition_of);
  }

  void rebuild_tree(const Object& index) {
    const ObjectId root = origin_of(index, ends_.from);
    if (!ends_.to.find(root) || fates_[root].drop) return;
    rebuild(root, fates_[root]);
    work_.push_back(root);
  }

  /// While two routines of one name stand side by side, a call may find the one that is about to go.
  [[nodiscard]] bool has_overload(const ObjectId& routine) const {
    if (!is_routine(routine.kind)) return false;
    ObjectId first = routine;
    first.signature.clear();
    const auto it = ends_.to.objects.lower_bound(first);
    return it != ends_.to.objects.end() && it->first.kind == routine.kind && it->first.schema == routine.schema &&
           it->first.name == routine.name;
  }

  static bool is_own_table(const Object& column, const ObjectId& base) {
    return is_relation(base.kind) && base.schema == column.id.schema && base.name == column.id.parent;
  }

  /// A column stands on a type, or on a routine or sequence through its default; its rows must stay.
  void hold_column(const Object& column, const ObjectId& base, Fate& its) {
    const auto& payload = std::get<Column>(column.payload);
    if ((is_type(base.kind) || base.kind == Kind::collation) && fates_[base].replace_type) {
      its.convert = true;
      std::erase(its.alter, "type");
      std::erase(its.alter, "collation");
    } else if (!payload.generated.empty()) {
      rebuild(column.id, its);
    } else {
      its.detach_default = true;
    }
  }

  /// A column's type may change under indexes, checks and foreign keys: the server rebuilds them itself.
  [[nodiscard]] bool is_sensitive(const Object& dependent, const ObjectId& base) const {
    if (base.kind != Kind::column) return true;
    const Kind kind = dependent.id.kind;
    if (has_index(kind)) return is_in_tree(dependent) && has_parts_of_their_own(dependent, ends_);
    if (kind == Kind::column) return dependent.id.parent == base.parent && dependent.id.schema == base.schema;
    // The server makes statistics anew for itself, without their target.
    if (kind == Kind::statistics) return std::get<Statistics>(dependent.payload).target != -1;
    return kind == Kind::view || kind == Kind::materialized_view || kind == Kind::policy || kind == Kind::trigger ||
           kind == Kind::rule || kind == Kind::publication_table || is_routine(kind);
  }

  /// A foreign key between columns whose types both change is in the way until both have.
  void part_types(const Object& object, const ForeignKey& key) {
    const auto retyped = [&](const ObjectId& column) { return is_altered(fates_, column, "type"); };
    for (std::size_t i = 0; i < key.columns.size() && i < key.referenced_columns.size(); ++i) {
      const ObjectId own = column_id(object.id.schema, object.id.parent, key.columns[i]);
      const ObjectId other = column_id(key.referenced.schema, key.referenced.name, key.referenced_columns[i]);
      if (!ends_.from.find(object.id) || !retyped(own) || !retyped(other)) continue;
      rebuild(object.id, fates_[object.id]);
      return;
    }
  }

  /// What a table keeps of an index besides the index is lost when the index is rebuilt.
  void restore_marks(const ObjectId& index) {
    const Object& object = *ends_.to.find(index);
    const ObjectId table = table_of(object);
    const Object* after = ends_.to.find(table);
    if (!after || !ends_.from.find(table) || !std::holds_alternative<Table>(after->payload)) return;
    Fate& fate = fates_[table];
    const auto restore = [&](const char* field, bool marked) {
      if (!marked || fate.create || fate.alters(field)) return;
      fate.alter.emplace_back(field);
    };
    const auto& marks = std::get<Table>(after->payload);
    restore("replica_identity", marks.replica_identity == "index " + index.name);
    restore("clustered_on", marks.clustered_on == index.name);
  }

  /// A sequence goes with the column that owns it: where it stays in the desired state it is let go first.
  void release_sequences(const ObjectId& owner) {
    if (owner.kind != Kind::column && !is_table(owner.kind)) return;
    const ObjectId first{.kind = Kind::sequence, .schema = owner.schema, .parent = {}, .name = {}, .signature = {}};
    for (auto it = ends_.from.objects.lower_bound(first); it != ends_.from.objects.end(); ++it) {
      const auto& [id, object] = *it;
      if (id.kind != Kind::sequence || id.schema != owner.schema) break;
      const auto& owned_by = std::get<Sequence>(object.payload).owned_by;
      if (!owned_by || owned_by->schema != owner.schema) continue;
      const bool owned = owner.kind == Kind::column ? *owned_by == owner : owned_by->parent == owner.name;
      const bool stays = owned && ends_.to.find(id) && !fates_[id].drop;
      if (!stays) continue;
      Fate& fate = fates_[id];
      if (!fate.alters("owned_by")) {
        rebuild(id, fate);
        work_.push_back(id);
      }
    }
  }

  const Ends& ends_;
  ddl::Context context_;
  Fates fates_;
  std::deque<ObjectId> work_;
};

}  // namespace

Fates decide(const Ends& ends, const diff::Difference& difference) { return Decision(ends, difference).run(); }

}  // namespace trueup::plan
