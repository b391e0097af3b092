#include <algorithm>
#include <array>

#include "base/quote.h"
#include "ddl/base_type.h"
#include "model/encode.h"
#include "plan/build.h"
#include "plan/partition.h"

namespace trueup::plan {

namespace {

class Edges {
 public:
  Edges(const Ends& ends, const Fates& fates, Draft& draft) : ends_(ends), fates_(fates), draft_(draft) {}

  void run() {
    for (const auto& [id, fate] : fates_) {
      const Places* mine = places(id);
      if (!mine) continue;
      own_order(*mine);
      if (const Object* after = ends_.to.find(id)) what_it_needs(*after, *mine);
      if (const Object* before = ends_.from.find(id)) what_it_stood_on(*before, fate, *mine);
      joins_parent(id, *mine);
      stays_apart(id, *mine);
      leaves_partitions_out(id, *mine);
      joins_before_indexes(id, *mine);
      leaves_complete(id, *mine);
      logs_together(id);
      finds_its_key(id, *mine);
    }
    reused_names();
  }

 private:
  [[nodiscard]] const Places* places(const ObjectId& id) const {
    const auto it = draft_.places.find(id);
    return it == draft_.places.end() ? nullptr : &it->second;
  }
  void edges(const std::vector<NodeIndex>& first, const std::vector<NodeIndex>& second, bool soft = false) {
    for (const NodeIndex a : first)
      for (const NodeIndex b : second) draft_.graph.edge(a, b, soft);
  }

  void own_order(const Places& mine) {
    edges(mine.detach, mine.drop);
    edges(mine.detach, mine.make);
    edges(mine.drop, mine.make);
    edges(mine.make, mine.discard);
    edges(mine.make, mine.late);
    for (std::size_t i = 1; i < mine.make.size(); ++i) draft_.graph.edge(mine.make[i - 1], mine.make[i]);
    for (const NodeIndex late : mine.late)
      for (const ddl::Statement& statement : draft_.graph[late].statements)
        for (const ObjectId& need : statement.needs)
          if (const Places* its = places(need)) edges(its->make, {late});
  }

  /// Made after everything its desired definition refers to.
  void what_it_needs(const Object& after, const Places& mine) {
    for (const ObjectId& reference : after.references) {
      if (is_table(reference.kind) && is_routine(after.id.kind)) waits_for_row(reference, mine);
      const Places* its = places(reference);
      if (!its) continue;
      if (reference == after.inherited_from && fate_of(fates_, after.id)->alone) {
        const Fate* table = fate_of(fates_, table_of(after));
        if (!table || !table->joins_later) edges(mine.make, its->make);
        continue;
      }
      edges(its->make, mine.make, is_aside(reference));
      // Only its own functions can do with a base type that is no more than announced.
      if (reference.kind == Kind::base_type && !serves(reference, after.id)) edges(its->late, mine.make);
      edges(its->make, mine.late, is_aside(reference));
    }
  }

  /// What takes or gives whole rows of a table wants it complete.
  void waits_for_row(const ObjectId& table, const Places& mine) {
    for (const Catalog* end : {&ends_.from, &ends_.to})
      for (const Object* column : end->columns_of(table))
        if (const Places* its = places(column->id)) {
          edges(its->drop, mine.make, true);
          edges(its->make, mine.make, true);
        }
  }

  [[nodiscard]] bool serves(const ObjectId& type, const ObjectId& routine) const {
    const Object* object = ends_.to.find(type);
    const auto* base = object ? std::get_if<BaseType>(&object->payload) : nullptr;
    if (!base) return false;
    const std::vector<ObjectId> functions = ddl::functions_of(*base);
    return std::find(functions.begin(), functions.end(), routine) != functions.end();
  }

  /// True when what happens to `id` hardly matters to what refers to it: only a wish, then.
  [[nodiscard]] bool is_aside(const ObjectId& id) const {
    const Fate* its = fate_of(fates_, id);
    return its && !its->create && !its->convert && !its->disturbing && (is_table(id.kind) || only_attributes(*its));
  }
  [[nodiscard]] static bool only_attributes(const Fate& fate) {
    constexpr std::array aside = {"options", "storage", "statistics_target", "compression"};
    return std::all_of(fate.alter.begin(), fate.alter.end(), [&](const std::string& field) {
      return is_attribute(field) || std::find(aside.begin(), aside.end(), field) != aside.end();
    });
  }

  /// Taken down, or changed so that it lets go, before what its old definition refers to.
  void what_it_stood_on(const Object& before, const Fate& mine, const Places& at) {
    for (const ObjectId& reference : before.references) stood_on(reference, mine, at);
    const auto* sequence = std::get_if<Sequence>(&before.payload);
    if (sequence && sequence->owned_by) let_go_of_owner(*sequence->owned_by, mine, at);
  }

  void stood_on(const ObjectId& reference, const Fate& mine, const Places& at) {
    const Fate* its = fate_of(fates_, reference);
    const Places* base = places(reference);
    if (!its || !base) return;
    edges(at.make, base->discard);
    edges(at.drop, base->discard);
    edges(at.discard, base->discard);
    if (its->drop) {
      edges(at.detach, base->drop);
      const bool lets_go = !at.detach.empty() && (is_routine(reference.kind) || reference.kind == Kind::sequence);
      if (mine.drop && !lets_go) edges(at.drop, base->drop);
      const bool left = lets_go || (!at.detach.empty() && is_table(reference.kind));
      if (!mine.drop && !its->create && !left && base->discard.empty()) edges(at.make, base->drop);
    } else if (mine.drop) {
      edges(at.drop, base->make, !its->disturbing && !its->convert);
    }
  }

  void let_go_of_owner(const ObjectId& owner, const Fate& mine, const Places& at) {
    const Places* its = places(owner);
    if (!its) return;
    if (mine.drop && !mine.dropped_with) edges(at.drop, its->drop);
    if (!mine.drop) {
      edges(at.make, its->drop);
      edges(at.late, its->drop);
    }
  }

  /// A table that joins a parent has the parent's columns first.
  void joins_parent(const ObjectId& id, const Places& at) {
    if (!is_table(id.kind) || (!is_altered(fates_, id, "partition_of") && !is_altered(fates_, id, "inherits"))) return;
    for (const Kind kind : {Kind::column, Kind::check})
      for (const Object* child : ends_.to.children(kind, id.schema, id.name))
        if (const Places* its = places(child->id)) edges(its->make, at.make);
  }

  /// A logged table refers to no unlogged one: the referenced table is logged first, and unlogged last.
  void logs_together(const ObjectId& id) {
    if (id.kind != Kind::table || !is_altered(fates_, id, "unlogged")) return;
    for (const Object* key : ends_.to.children(Kind::foreign_key, id.schema, id.name))
      order_logging(id, std::get<ForeignKey>(key->payload).referenced);
  }

  /// A foreign key stands on the first index that fits: it comes when those that go are gone.
  void finds_its_key(const ObjectId& id, const Places& at) {
    if (id.kind != Kind::foreign_key || !is_created(fates_, id)) return;
    const ObjectId& referenced = std::get<ForeignKey>(ends_.to.find(id)->payload).referenced;
    for (const Kind kind : {Kind::primary_key, Kind::unique_key})
      for (const Object* key : ends_.from.children(kind, referenced.schema, referenced.name))
        if (is_dropped(fates_, key->id)) edges(places(key->id)->drop, at.make);
    for (const Object* index : ends_.dependents(referenced))
      if (index->id.kind == Kind::index && is_dropped(fates_, index->id)) edges(places(index->id)->drop, at.make);
  }

  void order_logging(const ObjectId& referencing, const ObjectId& referenced) {
    if (!is_altered(fates_, referencing, "unlogged") || !is_altered(fates_, referenced, "unlogged")) return;
    const bool unlogs = std::get<Table>(ends_.to.find(referenced)->payload).unlogged;
    edges(places(unlogs ? referencing : referenced)->make, places(unlogs ? referenced : referencing)->make);
  }

  /// A partition's own index or key is made after its parents': theirs would take it for the one they bring about.
  void stays_apart(const ObjectId& id, const Places& at) {
    const Object* after = ends_.to.find(id);
    if (!after || after->inherited_from || at.make.empty()) return;
    if (!has_index(id.kind)) return;
    const ObjectId table = table_of(*after);
    for (const Object* ancestor = parent_of(ends_.to, table); ancestor; ancestor = parent_of(ends_.to, ancestor->id))
      for (const ObjectId& theirs : indexes_of(ancestor->id))
        if (const Places* its = places(theirs)) edges(its->make, at.make, true);
  }

  /// An index ON ONLY a partitioned table comes after its partitions: one that comes later would get a part of it.
  void leaves_partitions_out(const ObjectId& id, const Places& at) {
    const Object* after = has_index(id.kind) ? ends_.to.find(id) : nullptr;
    if (!after || !is_only(*after) || !fate_of(fates_, id)->create) return;
    const ObjectId table = table_of(*after);
    for (const auto& [other, its] : fates_) {
      const Object* partition = other.kind == Kind::table && its.create ? ends_.to.find(other) : nullptr;
      if (partition && std::get<Table>(partition->payload).partition_of == table) edges(places(other)->make, at.make);
    }
  }

  /// A partition that comes back from where it was parked is taken in before its new parent gets indexes: they are made
  /// on it as on every other.
  void joins_before_indexes(const ObjectId& id, const Places& at) {
    const Fate& its = fates_.at(id);
    if (!its.parked || !its.joins_later) return;
    for (const Object* ancestor = parent_of(ends_.to, id); ancestor; ancestor = parent_of(ends_.to, ancestor->id))
      for (const ObjectId& theirs : indexes_of(ancestor->id))
        if (const Places* places_of_theirs = places(theirs)) edges(at.late, places_of_theirs->make, true);
  }

  /// A partition that gets another bound leaves and comes back: what its parent brings about on it happens before.
  void leaves_complete(const ObjectId& id, const Places& at) {
    const Fate& its = fates_.at(id);
    if (at.detach.empty() || !its.alters("partition_bound") || its.alters("partition_of")) return;
    for (const auto& [other, fate] : fates_) {
      const Catalog& end = ends_.to.find(other) ? ends_.to : ends_.from;
      const Object* object = end.find(other);
      if (end.home_of(*object) != id) continue;
      const Places* places_of_part = places(other);
      if (!places_of_part) continue;
      if (fate.dropped_with) edges(places_of_part->drop, at.detach, true);
      if (fate.created_with || object->inherited_from) edges(places_of_part->make, at.detach, true);
    }
  }

  [[nodiscard]] static const Object* parent_of(const Catalog& state, const ObjectId& table) {
    const Object* object = state.find(table);
    if (!object || !is_table(object->id.kind)) return nullptr;
    const auto& parent = *descent_of(*object).partition_of;
    return parent ? state.find(*parent) : nullptr;
  }

  /// The indexes and keys of a table that the plan makes.
  [[nodiscard]] std::vector<ObjectId> indexes_of(const ObjectId& table) const {
    std::vector<ObjectId> found;
    for (const auto& [id, fate] : fates_)
      if (fate.create && has_index(id.kind) && table_of(*ends_.to.find(id)) == table) found.push_back(id);
    return found;
  }

  using Named = std::map<std::string, std::vector<NodeIndex>>;

  /// What takes a name waits until the name is free.
  void reused_names() {
    Named freed;
    Named taken;
    Named freed_overloads;
    Named taken_overloads;
    Named freed_bounds;
    Named taken_bounds;
    for (const auto& [id, fate] : fates_) {
      const Places* at = places(id);
      if (!at) continue;
      if (is_routine(id.kind)) {
        if (fate.drop) collect({qualified(id.schema, id.name)}, at->drop, freed_overloads);
        if (fate.create) collect({qualified(id.schema, id.name)}, at->make, taken_overloads);
      }
      if (fate.drop) collect(names_of(*ends_.from.find(id)), at->drop, freed);
      if (fate.create) collect(names_of(*ends_.to.find(id)), at->make, taken);
      if (id.kind == Kind::column && !fate.alter.empty()) identity_names(id, *at, freed, taken);
      bounds(id, fate, *at, freed_bounds, taken_bounds);
    }
    hand_over(freed, taken, false);
    hand_over(freed_overloads, taken_overloads, true);
    hand_over(freed_bounds, taken_bounds, true);
  }

  void hand_over(const Named& freed, const Named& taken, bool soft) {
    for (const auto& [name, nodes] : taken)
      if (const auto it = freed.find(name); it != freed.end()) edges(it->second, nodes, soft);
  }

  static void collect(const std::vector<std::string>& names, const std::vector<NodeIndex>& nodes, Named& into) {
    for (const std::string& name : names) {
      auto& list = into[name];
      list.insert(list.end(), nodes.begin(), nodes.end());
    }
  }

  /// A partition's bound may overlap that of one which goes: it waits for all of the same parent that do. It also waits
  /// for keys and indexes above it that go: while they are there it would get parts of them.
  void bounds(const ObjectId& id, const Fate& fate, const Places& at, Named& freed, Named& taken) const {
    if (has_index(id.kind) && fate.drop)
      return collect({"parts of " + sql_name(table_of(*ends_.from.find(id)))}, at.drop, freed);
    if (!is_table(id.kind)) return;
    const bool moves = fate.alters("partition_of") || fate.alters("partition_bound");
    if (const Object* parent = parent_of(ends_.from, id); parent && (fate.drop || moves))
      collect({"bound in " + sql_name(parent->id)}, !moves ? at.drop : at.detach.empty() ? at.make : at.detach, freed);
    if (!fate.create && !moves) return;
    std::vector<std::string> names;
    if (const Object* parent = parent_of(ends_.to, id)) names.push_back("bound in " + sql_name(parent->id));
    for (const Object* above = parent_of(ends_.to, id); above; above = parent_of(ends_.to, above->id))
      names.push_back("parts of " + sql_name(above->id));
    if (!fate.joins_later) collect(names, at.make, taken);
    if (fate.joins_later || moves) collect(names, at.late, taken);
  }

  void identity_names(const ObjectId& id, const Places& at, Named& freed, Named& taken) const {
    const std::string name = "relation " + qualified(id.schema, id.parent + "_" + id.name + "_seq");
    if (std::get<Column>(ends_.from.find(id)->payload).identity) collect({name}, at.detach, freed);
    if (std::get<Column>(ends_.to.find(id)->payload).identity) collect({name}, at.late, taken);
  }

  /// The names an object takes, each with the namespace it takes it in.
  static std::vector<std::string> names_of(const Object& object) {
    const ObjectId& id = object.id;
    const Kind kind = id.kind;
    std::vector<std::string> names;
    const bool has_index = kind == Kind::primary_key || kind == Kind::unique_key || kind == Kind::exclusion;
    if (is_relation(kind) || kind == Kind::index || kind == Kind::sequence || kind == Kind::composite_type || has_index)
      names.push_back("relation " + qualified(id.schema, id.name));
    if (is_relation(kind) || is_type(kind)) names.push_back("type " + qualified(id.schema, id.name));
    if (const auto* range = std::get_if<RangeType>(&object.payload); range && !range->multirange_type.empty())
      names.push_back("type " + range->multirange_type);
    if (kind == Kind::primary_key) names.push_back("primary key " + qualified(id.schema, id.parent));
    if (is_constraint(kind)) names.push_back("constraint " + qualified(id.schema, id.parent) + "." + id.name);
    if (is_routine(kind)) names.push_back("routine " + sql_name(id));
    if (names.empty()) names.push_back(to_string(id));
    return names;
  }

  const Ends& ends_;
  const Fates& fates_;
  Draft& draft_;
};

}  // namespace

void add_edges(const Ends& ends, const Fates& fates, Draft& draft) {
  Edges(ends, fates, draft).run();
  add_body_edges(ends, fates, draft);
  add_event_trigger_edges(ends, fates, draft);
}

}  // namespace trueup::plan
