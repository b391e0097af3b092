#include "verify/slice.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <unordered_map>

#include "diff/compare.h"
#include "verify/names_in.h"

namespace trueup::verify {

namespace {

/// Kinds of which there are few, and which can matter wherever a change is made.
bool is_general(Kind kind) {
  switch (kind) {
    case Kind::role:
    case Kind::membership:
    case Kind::schema:
    case Kind::extension:
    case Kind::cast:
    case Kind::conversion:
    case Kind::language:
    case Kind::transform:
    case Kind::default_privilege:
    case Kind::publication:
    case Kind::publication_schema:
    case Kind::subscription:
    case Kind::foreign_data_wrapper:
    case Kind::server:
    case Kind::user_mapping:
    case Kind::event_trigger:
    case Kind::collation:
    case Kind::text_search_parser:
    case Kind::text_search_template:
    case Kind::text_search_dictionary:
    case Kind::text_search_configuration:
      return true;
    case Kind::enum_type:
    case Kind::composite_type:
    case Kind::range_type:
    case Kind::base_type:
    case Kind::domain:
    case Kind::domain_check:
    case Kind::sequence:
    case Kind::table:
    case Kind::column:
    case Kind::primary_key:
    case Kind::unique_key:
    case Kind::exclusion:
    case Kind::check:
    case Kind::foreign_key:
    case Kind::index:
    case Kind::view:
    case Kind::materialized_view:
    case Kind::function:
    case Kind::procedure:
    case Kind::aggregate:
    case Kind::sql_operator:
    case Kind::operator_family:
    case Kind::operator_class:
    case Kind::trigger:
    case Kind::policy:
    case Kind::publication_table:
    case Kind::foreign_table:
    case Kind::rule:
    case Kind::statistics:
      return false;
  }
  return false;
}

/// Kinds that a routine's body can mention, or a statement name, by a name of their own.
bool has_own_name(Kind kind) {
  return is_relation(kind) || is_routine(kind) || is_type(kind) || kind == Kind::sequence || kind == Kind::index ||
         kind == Kind::primary_key || kind == Kind::unique_key || kind == Kind::exclusion || kind == Kind::statistics;
}

/// Kinds whose names the server chooses where nobody does: the first that is free.
bool may_be_numbered(Kind kind) {
  return is_constraint(kind) || kind == Kind::domain_check || kind == Kind::index || kind == Kind::sequence ||
         kind == Kind::statistics;
}

std::string key_of(std::string_view schema, std::string_view name) {
  std::string key(schema);
  key += '\0';
  return key.append(name);
}

class Closure {
 public:
  explicit Closure(const Change& change) : change_(change) {
    read(change.from);
    read(change.to);
    read_uses();
  }

  Slice run();

 private:
  using Ids = std::vector<const ObjectId*>;

  void read(const Catalog& catalog);
  void read_uses();
  [[nodiscard]] const Object* find(const ObjectId& id) const;
  [[nodiscard]] Ids dependents(const ObjectId& id) const;

  void touch();
  void touch(const ObjectId& id, bool lightly);
  void touch_type(const ObjectId& id);
  void touch_named_alike(const ObjectId& id);
  void note_mentioned(const std::string& schema, const std::string& name);
  void touch_mentioning();
  void touch_filled();

  void add(const ObjectId& id);
  void add_named(const std::string& qualifier, const std::string& name);
  void add_all(const std::unordered_map<std::string, Ids>& index, const std::string& key);
  void add_lower_numbers(const std::string& schema, std::string_view name);
  void add_needs(const Object& object);

  const Change& change_;
  std::map<ObjectId, Ids> dependents_;
  std::map<ObjectId, Ids> belongings_;              ///< of a relation: indexes, statistics, sequences, heirs
  std::map<ObjectId, std::vector<ObjectId>> uses_;  ///< what statements about an object read besides
  std::unordered_map<std::string, Ids> parts_;      ///< by schema and relation
  std::unordered_map<std::string, Ids> named_;      ///< by name alone
  std::unordered_map<std::string, Ids> taken_;      ///< by schema and name: whatever takes a name there
  std::set<std::string> schemas_;
  std::set<std::pair<std::string, std::string>> mentioned_;  ///< schema and name of what is touched
  std::set<std::string> mentioned_names_;
  Slice slice_;
  std::vector<ObjectId> waiting_;
};

void Closure::read(const Catalog& catalog) {
  for (const auto& [id, object] : catalog.objects) {
    for (const ObjectId& reference : object.references) dependents_[reference].push_back(&id);
    if (has_parent(id.kind)) parts_[key_of(id.schema, id.parent)].push_back(&id);
    if (id.kind == Kind::schema) schemas_.insert(id.name);
    if (has_own_name(id.kind)) named_[id.name].push_back(&id);
    if (has_own_name(id.kind) || may_be_numbered(id.kind)) taken_[key_of(id.schema, id.name)].push_back(&id);
    if (const auto* index = std::get_if<Index>(&object.payload)) belongings_[index->table].push_back(&id);
    if (const auto* statistics = std::get_if<Statistics>(&object.payload))
      belongings_[statistics->table].push_back(&id);
    const auto* sequence = std::get_if<Sequence>(&object.payload);
    if (sequence && sequence->owned_by)
      belongings_[table_id(sequence->owned_by->schema, sequence->owned_by->parent)].push_back(&id);
    const auto* column = std::get_if<Column>(&object.payload);
    if (column && column->identity) taken_[key_of(id.schema, column->identity->sequence)].push_back(&id);
    if (const auto descent = descent_of(object)) {
      for (const ObjectId& parent : *descent.inherits) belongings_[parent].push_back(&id);
      if (*descent.partition_of) belongings_[**descent.partition_of].push_back(&id);
    }
  }
}

void Closure::read_uses() {
  if (!change_.subjects) return;
  for (const parse::StatementSubjects& statement : change_.subjects->statements)
    for (const ObjectId& used : statement.uses)
      for (const std::vector<ObjectId>& item : statement.items)
        for (const ObjectId& id : item) uses_[id].push_back(used);
}

const Object* Closure::find(const ObjectId& id) const {
  const Object* object = change_.to.find(id);
  return object ? object : change_.from.find(id);
}

Closure::Ids Closure::dependents(const ObjectId& id) const {
  const auto found = dependents_.find(id);
  return found == dependents_.end() ? Ids{} : found->second;
}

void Closure::add(const ObjectId& id) {
  if (find(id) && slice_.insert(id).second) waiting_.push_back(id);
}

void Closure::add_all(const std::unordered_map<std::string, Ids>& index, const std::string& key) {
  if (const auto found = index.find(key); found != index.end())
    for (const ObjectId* id : found->second) add(*id);
}

/// What a word in a text may name. A word behind a dot names something in that schema, or a column.
void Closure::add_named(const std::string& qualifier, const std::string& name) {
  if (!qualifier.empty() && !schemas_.contains(qualifier)) return;
  const auto found = named_.find(name);
  if (found == named_.end()) return;
  for (const ObjectId* id : found->second)
    if (qualifier.empty() || id->schema == qualifier) add(*id);
}

/// "t_c_key2" is chosen where "t_c_key" and "t_c_key1" are taken: without these it would be another name.
void Closure::add_lower_numbers(const std::string& schema, std::string_view name) {
  constexpr int most = 99;
  constexpr std::size_t nearly_cut = 61;  // a name of 63 bytes is cut before its number is put to it
  const std::size_t end = name.find_last_not_of("0123456789") + 1;
  int number = 0;
  if (end == 0 || end == name.size() || name[end] == '0') return;
  std::from_chars(name.data() + end, name.data() + name.size(), number);
  if (number > most) return;
  const std::string stem(name.substr(0, end));
  add_all(taken_, key_of(schema, stem));
  for (int lower = 1; lower < number; ++lower) add_all(taken_, key_of(schema, stem + std::to_string(lower)));
  if (name.size() < nearly_cut) return;
  for (const auto& [key, ids] : taken_)
    if (key.starts_with(key_of(schema, name.substr(0, nearly_cut / 4))))
      for (const ObjectId* id : ids)
        if (id->name.size() >= nearly_cut) add(*id);
}

/// What must be there for `object` to be made, and what would make another object of it if it were not.
void Closure::add_needs(const Object& object) {
  const ObjectId& id = object.id;
  for (const ObjectId& reference : object.references) add(reference);
  if (is_relation(id.kind) || id.kind == Kind::domain) add_all(parts_, key_of(id.schema, id.name));
  if (const auto found = belongings_.find(id); found != belongings_.end())
    for (const ObjectId* belonging : found->second) add(*belonging);
  if (const auto found = uses_.find(id); found != uses_.end())
    for (const ObjectId& used : found->second) add(used);
  if (may_be_numbered(id.kind)) add_lower_numbers(id.schema, id.name);
  if (const auto* sequence = std::get_if<Sequence>(&object.payload); sequence && sequence->owned_by)
    add(*sequence->owned_by);
  if (const auto* column = std::get_if<Column>(&object.payload); column && column->identity)
    add_lower_numbers(id.schema, column->identity->sequence);
  const auto mentions = [&](const std::string& qualifier, const std::string& name) { add_named(qualifier, name); };
  if (is_routine(id.kind)) {
    for (const ObjectId* overload : named_[id.name])
      if (is_routine(overload->kind)) add(*overload);
    if (const auto* routine = std::get_if<Routine>(&object.payload)) each_name(routine->body, mentions);
  }
  if (id.kind == Kind::sql_operator || id.kind == Kind::operator_class || id.kind == Kind::operator_family)
    for (const Catalog* catalog : {&change_.from, &change_.to})
      for (auto it = catalog->objects.lower_bound({.kind = Kind::sql_operator});
           it != catalog->objects.end() && it->first.kind <= Kind::operator_class; ++it)
        if (it->first.name == id.name) add(it->first);
  each_expression(object, [&](const Expression& expression) {
    if (expression.certainty == Certainty::unsure) each_name(expression.text, mentions);
  });
}

/// What stands on a type, however deep: columns of its domains, of composite types, of tables as row types.
void Closure::touch_type(const ObjectId& id) {
  for (const ObjectId* dependent : dependents(id)) {
    const bool row = dependent->kind == Kind::column;
    const bool known = slice_.contains(*dependent);
    add(*dependent);
    if (known) continue;
    if (is_type(dependent->kind)) touch_type(*dependent);
    if (row) touch_type(table_id(dependent->schema, dependent->parent));
  }
}

/// Whatever takes the same name in the same schema.
void Closure::touch_named_alike(const ObjectId& id) {
  if (!has_own_name(id.kind) && id.kind != Kind::sql_operator) return;
  add_all(taken_, key_of(id.schema, id.name));
  add_all(taken_, key_of(id.schema, "_" + id.name));  // the type of its arrays
  if (id.name.starts_with('_')) add_all(taken_, key_of(id.schema, id.name.substr(1)));
}

void Closure::note_mentioned(const std::string& schema, const std::string& name) {
  mentioned_.insert({schema, name});
  mentioned_names_.insert(name);
}

void Closure::touch(const ObjectId& id, bool lightly) {
  add(id);
  if (lightly) return;
  touch_named_alike(id);
  const Object* object = find(id);
  if (!object) return;
  for (const ObjectId* dependent : dependents(id)) add(*dependent);
  if (is_type(id.kind)) touch_type(id);
  if (has_own_name(id.kind)) note_mentioned(id.schema, id.name);
  if (!has_parent(id.kind) || id.schema.empty()) return;
  // A part of a relation: bodies mention it with the relation's name, and what stands on the relation's rows sees it.
  note_mentioned(id.schema, id.parent);
  if (id.kind != Kind::column && id.kind != Kind::primary_key && id.kind != Kind::unique_key) return;
  for (const Kind kind : {Kind::table, Kind::foreign_table, Kind::view, Kind::materialized_view})
    for (const ObjectId* dependent :
         dependents({.kind = kind, .schema = id.schema, .parent = {}, .name = id.parent, .signature = {}}))
      if (dependent->kind != Kind::foreign_key) add(*dependent);
}

/// Everything that differs between the ends or that the plans have a statement for.
void Closure::touch() {
  std::map<ObjectId, bool> touched;  // → only in its comment, owner, privileges or labels
  const auto note = [&](const ObjectId& id, bool lightly) {
    const auto [it, added] = touched.emplace(id, lightly);
    if (!added) it->second = it->second && lightly;
  };
  const diff::Difference difference = diff::compare(change_.from, change_.to);
  for (const diff::Delta& delta : difference.deltas)
    note(delta.id, delta.change == diff::Change::alter &&
                       std::all_of(delta.fields.begin(), delta.fields.end(), [](const std::string& field) {
                         return field == "comment" || field == "owner" || field == "acl" || field == "security_labels";
                       }));
  for (const diff::Undecided& undecided : difference.undecided) note(undecided.id, false);
  for (const Rename& rename : change_.renaming.renames()) note(rename.to, false);
  const auto mentions = [&](const std::string& qualifier, const std::string& name) { add_named(qualifier, name); };
  for (const plan::Plan* plan : {&change_.up, &change_.down})
    for (const plan::Segment& segment : plan->segments)
      for (const plan::Step& step : segment.steps) {
        const bool differs = touched.contains(step.subject);
        note(step.subject, differs && step.change == diff::Change::alter);
        each_name_of_statement(step.statement.sql, mentions);
      }
  for (const auto& [id, lightly] : touched) touch(id, lightly);
}

/// Routines whose bodies mention what is touched: where a server checks them, they fail without it.
void Closure::touch_mentioning() {
  for (const Catalog* catalog : {&change_.from, &change_.to})
    for (const auto& [id, object] : catalog->objects) {
      const auto* routine = std::get_if<Routine>(&object.payload);
      if (!routine || slice_.contains(id)) continue;
      bool found = false;
      each_name(routine->body, [&](const std::string& qualifier, const std::string& name) {
        if (found) return;
        if (qualifier.empty())
          found = mentioned_names_.contains(name);
        else
          found = mentioned_.contains({qualifier, name});
      });
      if (found) add(id);
    }
}

/// Rows of the user's own that go into a touched table need the other tables of their statement.
void Closure::touch_filled() {
  for (const std::string& statement : change_.rows) {
    bool touched = false;
    each_name_of_statement(
        statement, [&](const std::string&, const std::string& name) { touched |= mentioned_names_.contains(name); });
    if (touched)
      each_name_of_statement(
          statement, [&](const std::string& qualifier, const std::string& name) { add_named(qualifier, name); });
  }
}

Slice Closure::run() {
  touch();
  touch_mentioning();
  touch_filled();
  for (const Catalog* catalog : {&change_.from, &change_.to})
    for (const auto& [id, object] : catalog->objects)
      if (is_general(id.kind)) add(id);
  while (!waiting_.empty()) {
    const ObjectId id = std::move(waiting_.back());
    waiting_.pop_back();
    for (const Catalog* catalog : {&change_.from, &change_.to})
      if (const Object* object = catalog->find(id)) add_needs(*object);
  }
  return std::move(slice_);
}

}  // namespace

Slice slice_of(const Change& change) { return Closure(change).run(); }

std::size_t size_of(const Catalog& from, const Catalog& to) {
  std::size_t size = from.objects.size();
  for (const auto& [id, object] : to.objects) size += from.find(id) == nullptr ? 1 : 0;
  return size;
}

Catalog cut(const Catalog& whole, const Slice& slice, const Renaming& names) {
  Catalog part{.objects = {},
               .extension_members = whole.extension_members,
               .server_version = whole.server_version,
               .server_version_text = whole.server_version_text,
               .current_user = whole.current_user,
               .roles = whole.roles,
               .diagnostics = {},
               .code = whole.code};
  for (const auto& [id, object] : whole.objects)
    if (slice.contains(names.empty() ? id : names.of(id))) part.objects.emplace_hint(part.objects.end(), id, object);
  return part;
}

}  // namespace trueup::verify
