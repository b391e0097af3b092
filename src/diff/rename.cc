#include "diff/rename.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/quote.h"
#include "model/encode.h"

namespace trueup::diff {

namespace {

/// What must be renamed before what: schemas, types and relations, what is told apart by argument types or stands in a
/// relation's schema, parts.
int level_of(Kind kind) {
  if (kind == Kind::schema) return 0;
  if (has_parent(kind)) return 3;
  return is_routine(kind) || kind == Kind::index ? 2 : 1;
}

constexpr int levels = 4;

/// Kinds that share one namespace per schema.
bool shares_names(Kind kind) {
  return is_relation(kind) || is_type(kind) || kind == Kind::sequence || kind == Kind::index;
}

struct Candidate {
  ObjectId old;    ///< as the state that is there calls it
  ObjectId place;  ///< what would be called like the wanted object, in the same words
  const Object* wanted;
  const RenamedFrom* said;
};

class Finder {
 public:
  Finder(const Catalog& from, const Catalog& to, const Filter& filter, Diagnostics& diagnostics)
      : from_(from), to_(to), filter_(filter), diagnostics_(diagnostics) {}

  Renaming run() {
    for (int level = 0; level < levels; ++level) {
      std::vector<Candidate> pending = candidates(level);
      keep_possible(pending);
      keep_meant(pending);
      for (const Candidate& one : pending) take(one);
    }
    for (const auto& [id, object] : to_.objects)
      for (const RenamedFrom& said : object.renamed_from)
        if (!said.part.empty()) take_part(object, said);
    return std::move(renaming_);
  }

 private:
  [[nodiscard]] std::vector<Candidate> candidates(int level);
  void keep_possible(std::vector<Candidate>& pending);
  void keep_meant(std::vector<Candidate>& pending);
  void take(const Candidate& one);
  void take_part(const Object& object, const RenamedFrom& said);
  [[nodiscard]] const Object* occupant(const ObjectId& place) const;
  [[nodiscard]] std::size_t distance(const ObjectId& old, const Object& wanted) const;
  void follow(const ObjectId& old, const ObjectId& now);
  void say(Severity severity, std::string_view code, std::string message, const Location& where, std::string hint);
  void both_exist(const Candidate& one);

  const Catalog& from_;
  const Catalog& to_;
  const Filter& filter_;
  Diagnostics& diagnostics_;
  Renaming renaming_;
};

void Finder::say(Severity severity, std::string_view code, std::string message, const Location& where,
                 std::string hint) {
  diagnostics_.push_back({.severity = severity,
                          .code = std::string(code),
                          .message = std::move(message),
                          .where = where,
                          .hint = std::move(hint),
                          .excerpt = {}});
}

std::vector<Candidate> Finder::candidates(int level) {
  const Renaming back = renaming_.reversed();
  std::vector<Candidate> found;
  std::map<ObjectId, const Object*> taken;
  for (const auto& [id, object] : to_.objects) {
    if (level_of(id.kind) != level) continue;
    for (const RenamedFrom& said : object.renamed_from) {
      if (!said.part.empty()) continue;
      const ObjectId place = back.of(id);
      ObjectId old = place;
      old.name = said.name;
      if (!said.schema.empty() && !has_parent(id.kind)) old.schema = back.of_schema(said.schema);
      const Object* there = old == place ? nullptr : from_.find(old);
      if (!there || !keeps(filter_, *there) || !keeps(filter_, object)) continue;
      // What a parent's rename brings about needs none of its own.
      if (there->inherited_from && renaming_.of(old) == id) continue;
      if (const auto [other, first] = taken.emplace(old, &object); !first) {
        say(Severity::error, "renamed-twice",
            fmt::format("{} and {} both say that they were {}", to_string(other->second->id), to_string(id),
                        to_string(old)),
            said.where, "only one can be the old one under a new name: take away the other directive");
        continue;
      }
      found.push_back({.old = std::move(old), .place = place, .wanted = &object, .said = &said});
      break;  // the first that fits counts
    }
  }
  return found;
}

/// What has the name now that the wanted object is to have.
const Object* Finder::occupant(const ObjectId& place) const {
  if (const Object* same = from_.find(place)) return same;
  if (!shares_names(place.kind)) return nullptr;
  for (const Kind kind : all_kinds) {
    if (!shares_names(kind)) continue;
    ObjectId id = place;
    id.kind = kind;
    if (const Object* other = from_.find(id)) return other;
  }
  return nullptr;
}

void Finder::both_exist(const Candidate& one) {
  // Both are wanted: the rename is over, unless the new one is not what it is to be.
  if (to_.find(renaming_.of(one.old))) {
    if (!from_.find(one.place) || distance(one.place, *one.wanted) == 0) return;
    say(Severity::error, "rename-conflict",
        fmt::format("{} is said to have been {}, but both exist and both are wanted", to_string(one.wanted->id),
                    to_string(one.old)),
        one.said->where, "take away the directive where the rename is done, or the old one where it is not");
    return;
  }
  say(Severity::warning, "rename-conflict",
      fmt::format("{} is said to have been {}, but both exist: nothing is renamed, and the old one is dropped",
                  to_string(one.wanted->id), to_string(one.old)),
      one.said->where,
      "move what is to be kept from one to the other first; then drop the old one, or keep it in the desired state and "
      "take away the directive");
}

/// A name must be free, or become free by another rename.
void Finder::keep_possible(std::vector<Candidate>& pending) {
  for (bool changed = true; changed;) {
    changed = false;
    for (auto it = pending.begin(); it != pending.end(); ++it) {
      const Object* in_the_way = occupant(it->place);
      const auto leaves = [&](const Candidate& other) { return other.old == in_the_way->id; };
      if (!in_the_way || std::any_of(pending.begin(), pending.end(), leaves)) continue;
      both_exist(*it);
      pending.erase(it);
      changed = true;
      break;
    }
  }
}

/// In how much the wanted object differs from what is there.
std::size_t Finder::distance(const ObjectId& old, const Object& wanted) const {
  const std::vector<Field> before = fields_of(*from_.find(old));
  const std::vector<Field> after = fields_of(wanted);
  std::size_t differing = 0;
  for (std::size_t i = 0; i < after.size() && i < before.size(); ++i)
    if (before[i].value != after[i].value && before[i].stated && after[i].stated && !before[i].unsure &&
        !after[i].unsure && !is_attribute(before[i].name))
      ++differing;
  if (!is_relation(old.kind)) return differing;
  std::set<std::string> columns;
  const auto note = [&](const Object* column) {
    const std::string text = column->id.name + " " + std::get<Column>(column->payload).type;
    if (!columns.insert(text).second) columns.erase(text);
  };
  for (const Object* column : from_.columns_of(old)) note(column);
  for (const Object* column : to_.columns_of(wanted.id)) note(column);
  return differing + columns.size();
}

/// Objects that change names with each other have all their names before and after: whether it is still to be done
/// only their definitions tell.
void Finder::keep_meant(std::vector<Candidate>& pending) {
  std::set<ObjectId> old, free;
  for (const Candidate& one : pending) old.insert(one.old);
  // Those that end in a free name are meant.
  for (bool changed = true; changed;) {
    changed = false;
    for (const Candidate& one : pending)
      if (!free.contains(one.old) && (!old.contains(one.place) || free.contains(one.place)))
        changed = free.insert(one.old).second || changed;
  }
  std::size_t as_they_are = 0, changed_names = 0;
  const Candidate* circle = nullptr;
  for (const Candidate& one : pending) {
    if (free.contains(one.old)) continue;
    circle = &one;
    as_they_are += distance(one.place, *one.wanted);
    changed_names += distance(one.old, *one.wanted);
  }
  if (!circle || changed_names < as_they_are) return;
  if (changed_names == as_they_are)
    say(Severity::note, "rename-unclear",
        fmt::format("{} and {} look the same, so nobody can tell whether they have changed names already: left as they "
                    "are",
                    to_string(circle->old), to_string(circle->place)),
        circle->said->where, "if it is still to be done, rename them by hand; then take away the directives");
  std::erase_if(pending, [&](const Candidate& one) { return !free.contains(one.old); });
}

/// What heirs have of a parent changes its name with it.
void follow_heirs(Renaming& renaming, const Catalog& from, const ObjectId& old, const ObjectId& now) {
  const bool reaches = old.kind == Kind::column || old.kind == Kind::check ||
                       (old.kind == Kind::trigger && from.server_version >= 150000);
  if (!reaches) return;
  for (const auto& [id, object] : from.objects) {
    if (object.inherited_from != old) continue;
    ObjectId heir = renaming.of(id);
    heir.name = now.name;
    renaming.follow(id, heir);
    follow_heirs(renaming, from, id, heir);
  }
}

/// What changes its name along with another's.
void Finder::follow(const ObjectId& old, const ObjectId& now) {
  for (const auto& [id, object] : from_.objects) {
    if (old.schema == now.schema || !is_relation(old.kind)) continue;
    const auto* index = std::get_if<Index>(&object.payload);
    const auto* sequence = std::get_if<Sequence>(&object.payload);
    const bool owned = sequence && sequence->owned_by && sequence->owned_by->schema == old.schema &&
                       sequence->owned_by->parent == old.name;
    if (!owned && !(index && index->table == old)) continue;
    ObjectId along = id;
    along.schema = now.schema;
    renaming_.follow(id, along);
  }
}

void Finder::take(const Candidate& one) {
  renaming_.add({.from = one.old, .to = one.wanted->id});
  follow_heirs(renaming_, from_, one.old, one.wanted->id);
  follow(one.old, one.wanted->id);
}

template <class T, class F>
static std::vector<std::string> names_of(const Object* object, F name) {
  std::vector<std::string> names;
  if (const auto* payload = object ? std::get_if<T>(&object->payload) : nullptr) name(*payload, names);
  return names;
}

static std::vector<std::string> parts_of(const Object* object) {
  std::vector<std::string> names =
      names_of<EnumType>(object, [](const EnumType& type, auto& out) { out = type.labels; });
  if (!names.empty()) return names;
  return names_of<CompositeType>(object, [](const CompositeType& type, auto& out) {
    for (const Attribute& attribute : type.attributes) out.push_back(attribute.name);
  });
}

void Finder::take_part(const Object& object, const RenamedFrom& said) {
  const Object* there = from_.find(renaming_.reversed().of(object.id));
  if (!there || !keeps(filter_, *there)) return;
  const auto has = [](const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  const std::vector<std::string> before = parts_of(there);
  const std::vector<std::string> after = parts_of(&object);
  if (!has(before, said.name) || !has(after, said.part)) return;
  if (!has(before, said.part)) {
    renaming_.add({.from = there->id, .to = object.id, .part = said.name, .part_to = said.part});
  } else if (!has(after, said.name)) {
    say(Severity::warning, "rename-conflict",
        fmt::format("{} of {} is said to have been {}, but both exist: nothing is renamed", quote_literal(said.part),
                    to_string(object.id), quote_literal(said.name)),
        said.where, "change the rows that hold the old one, then take away the directive");
  }
}

/// The same but for its name, its comment and who may use it.
bool same_definition(const Object& a, const Object& b) {
  const std::vector<Field> before = fields_of(a);
  const std::vector<Field> after = fields_of(b);
  for (std::size_t i = 0; i < after.size() && i < before.size(); ++i) {
    if (!is_attribute(after[i].name) && before[i].value != after[i].value) return false;
  }
  return before.size() == after.size();
}

/// The relation (or domain) whose name, or whose column's, a name was made from.
std::optional<ObjectId> named_after(const Object& object) {
  if (const auto* index = std::get_if<Index>(&object.payload)) return index->table;
  if (const auto* sequence = std::get_if<Sequence>(&object.payload))
    return sequence->owned_by ? std::optional(table_id(sequence->owned_by->schema, sequence->owned_by->parent))
                              : std::nullopt;
  if (is_constraint(object.id.kind)) return table_id(object.id.schema, object.id.parent);
  if (object.id.kind != Kind::domain_check) return std::nullopt;
  return ObjectId{
      .kind = Kind::domain, .schema = object.id.schema, .parent = {}, .name = object.id.parent, .signature = {}};
}

std::string identity_sequence(const Object& object) {
  const auto* column = std::get_if<Column>(&object.payload);
  return column && column->identity ? column->identity->sequence : std::string();
}

ObjectId sequence_id(const std::string& schema, const std::string& name) {
  return {.kind = Kind::sequence, .schema = schema, .parent = {}, .name = name, .signature = {}};
}

bool corresponds(const Object& gone, const Object& made) {
  if (gone.id.kind != made.id.kind || named_after(gone) != named_after(made)) return false;
  if (const auto* sequence = std::get_if<Sequence>(&gone.payload))
    return sequence->owned_by == std::get<Sequence>(made.payload).owned_by;
  return same_definition(gone, made);
}

}  // namespace

Renaming pending_renames(const Catalog& from, const Catalog& to, const Filter& filter, Diagnostics& diagnostics) {
  return Finder(from, to, filter, diagnostics).run();
}

Renaming with_implied(const Renaming& renaming, const Catalog& from, const Catalog& renamed, const Catalog& to) {
  Renaming all = renaming;
  const Renaming back = renaming.reversed();
  std::set<ObjectId> touched;
  for (const Rename& rename : renaming.renames()) {
    if (rename.to.kind == Kind::column) touched.insert(table_id(rename.to.schema, rename.to.parent));
    if (is_relation(rename.to.kind) || rename.to.kind == Kind::domain) touched.insert(rename.to);
  }
  const auto is_touched = [&](const Object& object) {
    const auto base = named_after(object);
    return base && touched.contains(*base);
  };
  std::vector<const Object*> made;
  for (const auto& [id, object] : to.objects)
    if (!renamed.find(id) && is_touched(object)) made.push_back(&object);
  for (const auto& [id, gone] : renamed.objects) {
    if (to.find(id) || gone.inherited_from || !is_touched(gone)) continue;
    const auto match =
        std::find_if(made.begin(), made.end(), [&](const Object* one) { return corresponds(gone, *one); });
    if (match == made.end()) continue;
    const ObjectId old = back.of(id);
    all.add({.from = old, .to = (*match)->id, .part = {}, .part_to = {}, .implied = true});
    follow_heirs(all, from, old, (*match)->id);
    made.erase(match);
  }
  for (const auto& [id, object] : renamed.objects) {
    const Object* wanted = touched.contains(table_id(id.schema, id.parent)) ? to.find(id) : nullptr;
    const std::string before = identity_sequence(object);
    const std::string after = wanted ? identity_sequence(*wanted) : std::string();
    if (before.empty() || after.empty() || before == after) continue;
    const ObjectId there = sequence_id(back.of(id).schema, before);
    all.add({.from = there, .to = sequence_id(id.schema, after), .part = {}, .part_to = {}, .implied = true});
  }
  return all;
}

}  // namespace trueup::diff
