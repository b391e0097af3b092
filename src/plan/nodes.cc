#include <algorithm>
#include <set>

#include "ddl/column.h"
#include "ddl/inherited.h"
#include "ddl/parking.h"
#include "ddl/partition.h"
#include "ddl/rename.h"
#include "ddl/table.h"
#include "ddl/type.h"
#include "plan/build.h"
#include "plan/park.h"
#include "plan/partition.h"

namespace trueup::plan {

namespace {

/// Kinds whose absence harms nobody for a while: taken down first. The rest goes last.
bool is_light(Kind kind) {
  return kind == Kind::trigger || kind == Kind::policy || kind == Kind::rule || kind == Kind::event_trigger ||
         kind == Kind::view || kind == Kind::materialized_view || kind == Kind::foreign_key || kind == Kind::check ||
         kind == Kind::domain_check || kind == Kind::publication_table || kind == Kind::publication_schema;
}

/// A name for a type that is about to be replaced; PostgreSQL cuts names at 63 bytes.
std::string name_aside(const std::string& name) {
  constexpr std::string_view suffix = "__trueup_old";
  return name.substr(0, 63 - suffix.size()).append(suffix);
}

/// `object` with an empty default, for columns and domains.
Object without_default(const Object& object) {
  Object bare = object;
  if (auto* column = std::get_if<Column>(&bare.payload)) column->default_value = {};
  if (auto* domain = std::get_if<Domain>(&bare.payload)) domain->default_value = {};
  return bare;
}

bool has_default(const Object& object) {
  if (const auto* column = std::get_if<Column>(&object.payload)) return !column->default_value.empty();
  if (const auto* domain = std::get_if<Domain>(&object.payload)) return !domain->default_value.empty();
  return false;
}

class Nodes {
 public:
  Nodes(const Ends& ends, const Fates& fates, const std::set<ObjectId>& bare_tables)
      : ends_(ends), fates_(fates), bare_tables_(bare_tables), context_{ends.from, ends.to} {}

  Draft run() {
    for (const auto& [id, fate] : fates_) place(id, fate);
    for (const auto& [id, fate] : fates_) share_places(id, fate);
    return std::move(draft_);
  }

 private:
  void place(const ObjectId& id, const Fate& fate) {
    if (fate.idle()) return;
    const Object* before = ends_.from.find(id);
    const Object* after = ends_.to.find(id);
    Places& places = draft_.places[id];
    if (fate.detach_default && has_default(*before))
      add(places.detach, id, diff::Change::alter, set_default(*before, without_default(*before)), 0);
    if (fate.replace_type && used_by_columns(id)) {
      set_aside(*before, places);
      if (after) create(*after, places);
      return;
    }
    if (fate.drop && !fate.dropped_with)
      add(places.drop, id, diff::Change::drop,
          fate.parked ? park(*before, *fate.parked) : ddl::rules_of(id.kind).drop(*before, context_),
          is_light(id.kind) ? 0 : 2);
    if (fate.create && !fate.created_with) create(*after, places);
    if (fate.created_with && after->inherited_from && !(id.kind == Kind::column && comes_with_table(fate)))
      add(places.late, id, diff::Change::alter, ddl::inherited_extras(*after, context_), 1);
    if (fate.convert && is_converted_by_parent(*after))
      convert_with_parent(*before, *after, places);
    else if (fate.convert)
      convert(*before, *after, places);
    if (!fate.alter.empty()) alter(*before, *after, fate, places);
    const bool reset = fate.detach_default && !fate.alters("default");
    if (reset && after && has_default(*after))
      add(places.make, id, diff::Change::alter, set_default(without_default(*after), *after), 1);
  }

  /// A new table's own statements say all that its columns need.
  [[nodiscard]] bool comes_with_table(const Fate& fate) const {
    return is_table(root(fate.created_with, &Fate::created_with).kind);
  }

  /// By columns, or by a domain or composite that is.
  [[nodiscard]] bool used_by_columns(const ObjectId& type) const {
    std::set<ObjectId> types = {type};  // types can stand on each other in a circle
    for (std::vector<ObjectId> waiting = {type}; !waiting.empty();) {
      const ObjectId next = std::move(waiting.back());
      waiting.pop_back();
      for (const Object* dependent : ends_.dependents(next)) {
        const Fate* fate = fate_of(fates_, dependent->id);
        if (fate == nullptr) continue;
        if (fate->convert) return true;
        if (fate->replace_type && types.insert(dependent->id).second) waiting.push_back(dependent->id);
      }
    }
    return false;
  }

  void create(const Object& object, Places& places) {
    const Fate& fate = fates_.at(object.id);
    if (fate.renamed_from) return rename(*ends_.from.find(*fate.renamed_from), object, places);
    const bool bare = fate.joins_later || bare_tables_.contains(object.id);
    if (bare || (fate.parked && object.id.kind == Kind::table)) return create_table(object, fate, places);
    if (fate.parked) return add(places.make, object.id, diff::Change::create, unpark(object, *fate.parked), 1);
    const auto create = ddl::rules_of(object.id.kind).create;
    add(places.make, object.id, diff::Change::create,
        fate.alone ? create(by_itself(object), context_) : create(object, context_), 1);
  }

  /// A partition's index without the parent's that it will be part of.
  static Object by_itself(Object index) {
    index.inherited_from.reset();
    return index;
  }

  ddl::Statements park(const Object& object, const ObjectId& place) {
    if (object.id.kind == Kind::table)
      return ddl::park_table(object, place, parts_of(object.id, ends_, fates_), context_);
    return object.id.kind == Kind::column ? ddl::park_column(object, place, context_)
                                          : ddl::park_sequence(object, place, context_);
  }

  ddl::Statements unpark(const Object& object, const ObjectId& place) {
    return object.id.kind == Kind::column ? ddl::unpark_column(object, place, context_)
                                          : ddl::unpark_sequence(object, place, context_);
  }

  void rename(const Object& before, const Object& after, Places& places) {
    ddl::Statements statements = {ddl::rename(before.id, after.id)};
    if (before.comment != after.comment)
      for (ddl::Statement& statement : ddl::field_rule(after.id.kind, "comment").alter(before, after, context_))
        statements.push_back(std::move(statement));
    add(places.make, after.id, diff::Change::alter, std::move(statements), 1);
  }

  void create_table(const Object& object, const Fate& fate, Places& places) {
    ddl::TableCreation creation{.without_default = {}, .joins_later = fate.joins_later};
    if (bare_tables_.contains(object.id))
      for (const Object* column : ends_.to.columns_of(object.id))
        if (default_calls_routine(*column)) creation.without_default.insert(column->id);
    add(places.make, object.id, diff::Change::create,
        object.id.kind == Kind::foreign_table
            ? ddl::create_foreign_table_without_defaults(object, context_, creation.without_default)
        : fate.parked ? ddl::unpark_table(object, *fate.parked, creation, context_)
                      : ddl::create_table(object, context_, creation),
        1);
    for (const ObjectId& id : creation.without_default)
      add(draft_.places[id].late, id, diff::Change::alter, {ddl::set_default(*ends_.to.find(id))}, 1);
    if (fate.joins_later) join(object, places);
  }

  /// A table of its own becomes a partition, once it has the indexes that its parent's are to take in.
  void join(const Object& object, Places& places) {
    Object apart = object;
    descent_of(apart).partition_of->reset();
    ddl::Statements statements = ddl::reattach(apart, object, context_);
    for (const auto& [id, fate] : fates_)
      if (fate.alone && table_of(*ends_.to.find(id)) == object.id) statements.back().needs.push_back(id);
    add(places.late, object.id, diff::Change::alter, std::move(statements), 1);
  }

  void alter(const Object& old, const Object& after, const Fate& fate, Places& places) {
    const Object before = moves(old, after) ? detach_partition(old, places) : old;
    ddl::Statements statements;
    for (const std::string& field : fate.alter) {
      ddl::Statements changed = ddl::field_rule(after.id.kind, field).alter(before, after, context_);
      if (field == "identity" && swaps_sequence(fate)) {
        const bool gains = std::get<Column>(after.payload).identity.has_value();
        add(gains ? places.late : places.detach, after.id, diff::Change::alter, std::move(changed), gains ? 1 : 0);
        continue;
      }
      for (ddl::Statement& statement : changed) {
        const auto same = [&](const ddl::Statement& other) { return other.sql == statement.sql; };
        if (std::none_of(statements.begin(), statements.end(), same)) statements.push_back(std::move(statement));
      }
    }
    add(places.make, after.id, diff::Change::alter, std::move(statements), 1);
  }

  static bool moves(const Object& before, const Object& after) {
    const auto from = descent_of(before);
    const auto to = descent_of(after);
    return from && *from.partition_of && *to.partition_of &&
           (*from.partition_of != *to.partition_of || from.partition_bound->key != to.partition_bound->key);
  }

  /// A partition that moves leaves its old place by itself: what is there may have to go before the new one can come.
  Object detach_partition(const Object& before, Places& places) {
    Object alone = before;
    descent_of(alone).partition_of->reset();
    *descent_of(alone).partition_bound = {};
    add(places.detach, before.id, diff::Change::alter,
        ddl::field_rule(before.id.kind, "partition_of").alter(before, alone, context_), 0);
    return alone;
  }

  /// serial ↔ identity: the identity's own sequence often takes the name of the serial's, so that one must be gone
  /// before the other comes.
  static bool swaps_sequence(const Fate& fate) { return fate.alters("default"); }

  ddl::Statements set_default(const Object& from, const Object& to) {
    return ddl::field_rule(to.id.kind, "default").alter(from, to, context_);
  }

  /// A type under columns is renamed aside, and dropped when every column has moved over to the new one.
  void set_aside(const Object& before, Places& places) {
    Object old = before;
    old.id.name = name_aside(before.id.name);
    add(places.drop, before.id, diff::Change::drop, {ddl::rename_type(before.id, old.id.name)}, 1);
    add(places.discard, before.id, diff::Change::drop, ddl::rules_of(before.id.kind).drop(old, context_), 2);
  }

  void convert(const Object& before, const Object& after, Places& places) {
    ddl::Statements statements;
    const auto append = [&](ddl::Statements more) {
      statements.insert(statements.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    if (has_default(before)) statements.push_back(ddl::drop_default(before));
    statements.push_back(ddl::convert_column(after, std::get<Column>(after.payload).type, context_));
    if (has_default(after)) append(set_default(without_default(after), after));
    add(places.make, after.id, diff::Change::alter, std::move(statements), 1);
  }

  [[nodiscard]] bool is_converted_by_parent(const Object& column) const {
    const Fate* parent = column.inherited_from ? fate_of(fates_, *column.inherited_from) : nullptr;
    return parent && parent->convert;
  }

  /// The parent's statements reach the column, and with a default of the parent's they put back the column's own.
  void convert_with_parent(const Object& before, const Object& after, Places& places) {
    if (has_default(before)) add(places.detach, before.id, diff::Change::alter, {ddl::drop_default(before)}, 0);
    if (has_default(after) && !has_default(*ends_.to.find(*after.inherited_from)))
      add(places.late, after.id, diff::Change::alter, {ddl::set_default(after)}, 1);
  }

  /// Adds a node for `statements` that belong together, and one for each that has needs of its own.
  void add(std::vector<NodeIndex>& where, const ObjectId& id, diff::Change change, ddl::Statements statements,
           int phase) {
    const int weight = ddl::rules_of(id.kind).weight * (change == diff::Change::drop ? -1 : 1);
    ddl::Statements together;
    ddl::Statements alone;
    for (ddl::Statement& statement : statements)
      (statement.needs.empty() ? together : alone).push_back(std::move(statement));
    if (!together.empty())
      where.push_back(draft_.graph.add(
          {.subject = id, .change = change, .statements = std::move(together), .phase = phase, .weight = weight}));
    for (ddl::Statement& statement : alone)
      draft_.places[id].late.push_back(draft_.graph.add(
          {.subject = id, .change = change, .statements = {std::move(statement)}, .phase = phase, .weight = weight}));
  }

  void share_places(const ObjectId& id, const Fate& fate) {
    if (fate.dropped_with) {
      const ObjectId gone = root(fate.dropped_with, &Fate::dropped_with);
      const auto renamed = fates_.find(gone);
      const bool by_renaming = renamed != fates_.end() && renamed->second.renamed_from == id;
      draft_.places[id].drop = by_renaming ? draft_.places[gone].make : draft_.places[gone].drop;
    }
    if (fate.created_with) {
      const ObjectId made = root(fate.created_with, &Fate::created_with);
      const bool joins = fates_.at(made).joins_later && id.kind != Kind::column;
      draft_.places[id].make = joins ? draft_.places[made].late : draft_.places[made].make;
    }
    if ((!fate.alter.empty() || fate.convert) && draft_.places[id].make.empty())
      draft_.places[id].make = changed_by_parent(id);
  }

  /// Where a parent changes what its children inherit of it.
  [[nodiscard]] std::vector<NodeIndex> changed_by_parent(const ObjectId& id) const {
    const Object* at = ends_.to.find(id);
    while (at && at->inherited_from) {
      const auto places = draft_.places.find(*at->inherited_from);
      if (places != draft_.places.end() && !places->second.make.empty()) return places->second.make;
      at = ends_.to.find(*at->inherited_from);
    }
    return {};
  }

  [[nodiscard]] ObjectId root(const std::optional<ObjectId>& cover, std::optional<ObjectId> Fate::*next) const {
    ObjectId id = *cover;
    for (auto it = fates_.find(id); it != fates_.end() && it->second.*next; it = fates_.find(id))
      id = *(it->second.*next);
    return id;
  }

  const Ends& ends_;
  const Fates& fates_;
  const std::set<ObjectId>& bare_tables_;
  ddl::Context context_;
  Draft draft_;
};

}  // namespace

bool default_calls_routine(const Object& column) {
  const auto& references = std::get<Column>(column.payload).default_value.references;
  return std::any_of(references.begin(), references.end(), [](const ObjectId& id) { return is_routine(id.kind); });
}

Draft make_nodes(const Ends& ends, const Fates& fates, const std::set<ObjectId>& bare_tables) {
  return Nodes(ends, fates, bare_tables).run();
}

}  // namespace trueup::plan
