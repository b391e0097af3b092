#include <algorithm>
#include <array>

#include "base/quote.h"
#include "plan/build.h"

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
      joins_parent(id, fate, *mine);
    }
    reused_names();
  }

 private:
  [[nodiscard]] const Places* places(const ObjectId& id) const {
    const auto it = draft_.places.find(id);
    return it == draft_.places.end() ? nullptr : &it->second;
  }
  [[nodiscard]] const Fate* fate(const ObjectId& id) const {
    const auto it = fates_.find(id);
    return it == fates_.end() ? nullptr : &it->second;
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
      const Places* its = places(reference);
      if (!its) continue;
      edges(its->make, mine.make, is_aside(reference));
      edges(its->make, mine.late, is_aside(reference));
    }
  }

  /// True when what happens to `id` hardly matters to what refers to it: only a wish, then.
  [[nodiscard]] bool is_aside(const ObjectId& id) const {
    const Fate* its = fate(id);
    return its && !its->create && !its->convert && !its->disturbing &&
           (id.kind == Kind::table || only_attributes(*its));
  }
  [[nodiscard]] static bool only_attributes(const Fate& fate) {
    constexpr std::array aside = {"comment", "owner", "acl", "options", "storage", "statistics_target", "compression"};
    return std::all_of(fate.alter.begin(), fate.alter.end(), [&](const std::string& field) {
      return std::find(aside.begin(), aside.end(), field) != aside.end();
    });
  }

  /// Taken down, or changed so that it lets go, before what its old definition refers to.
  void what_it_stood_on(const Object& before, const Fate& mine, const Places& at) {
    for (const ObjectId& reference : before.references) stood_on(reference, mine, at);
    const auto* sequence = std::get_if<Sequence>(&before.payload);
    if (sequence && sequence->owned_by) let_go_of_owner(*sequence->owned_by, mine, at);
  }

  void stood_on(const ObjectId& reference, const Fate& mine, const Places& at) {
    const Fate* its = fate(reference);
    const Places* base = places(reference);
    if (!its || !base) return;
    edges(at.make, base->discard);
    edges(at.drop, base->discard);
    if (its->drop) {
      edges(at.detach, base->drop);
      const bool lets_go = !at.detach.empty() && (is_routine(reference.kind) || reference.kind == Kind::sequence);
      if (mine.drop && !lets_go) edges(at.drop, base->drop);
      const bool left = !at.detach.empty() && reference.kind == Kind::table;
      if (!mine.drop && !its->create && !left) edges(at.make, base->drop);
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
  void joins_parent(const ObjectId& id, const Fate& mine, const Places& at) {
    const auto changes = [&](std::string_view field) {
      return std::find(mine.alter.begin(), mine.alter.end(), field) != mine.alter.end();
    };
    if (id.kind != Kind::table || (!changes("partition_of") && !changes("inherits"))) return;
    for (const Kind kind : {Kind::column, Kind::check})
      for (const Object* child : ends_.to.children(kind, id.schema, id.name))
        if (const Places* its = places(child->id)) edges(its->make, at.make);
  }

  using Named = std::map<std::string, std::vector<NodeIndex>>;

  /// What takes a name waits until the name is free.
  void reused_names() {
    Named freed;
    Named taken;
    for (const auto& [id, fate] : fates_) {
      const Places* at = places(id);
      if (!at) continue;
      if (fate.drop) collect(names_of(*ends_.from.find(id)), at->drop, freed);
      if (fate.create) collect(names_of(*ends_.to.find(id)), at->make, taken);
      if (id.kind == Kind::column && !fate.alter.empty()) identity_names(id, *at, freed, taken);
    }
    for (const auto& [name, nodes] : taken)
      if (const auto it = freed.find(name); it != freed.end()) edges(it->second, nodes);
  }

  static void collect(const std::vector<std::string>& names, const std::vector<NodeIndex>& nodes, Named& into) {
    for (const std::string& name : names) {
      auto& list = into[name];
      list.insert(list.end(), nodes.begin(), nodes.end());
    }
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
}

}  // namespace trueup::plan
