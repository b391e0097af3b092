#include "source/try_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "diff/compare.h"
#include "migrations/lexer.h"
#include "migrations/steps.h"
#include "parse/tree.h"
#include "source/replaying.h"
#include "verify/contents.h"
#include "verify/names_in.h"
#include "verify/roles.h"
#include "verify/seed.h"

namespace trueup::source {

namespace {

/// True for statements that may change rows by their author's will.
bool changes_rows(std::string_view statement) {
  std::string word;
  for (const char c : migrations::without_leading_comments(statement).sql) {
    if (std::isalpha(static_cast<unsigned char>(c)) == 0) {
      if (word.empty()) continue;
      break;
    }
    word += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  constexpr std::string_view words[] = {"INSERT", "UPDATE", "DELETE", "MERGE",  "TRUNCATE",
                                        "COPY",   "DO",     "CALL",   "SELECT", "WITH"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool has_rows_of_its_own(const migrations::Section& section) {
  const auto all = migrations::statements(section.text);
  return std::any_of(all.begin(), all.end(), changes_rows);
}

bool makes_roles(const migrations::Section& section) {
  for (const std::string_view sql : migrations::statements(section.text)) {
    const parse::Tree tree = parse::Tree::of_script(sql, nullptr);
    for (std::size_t i = 0; i < tree.size(); ++i)
      if (!verify::created_role(*tree[i].stmt).empty()) return true;
  }
  return false;
}

std::optional<ObjectId> table_of(const Catalog& state, const ObjectId& id) {
  for (const ObjectId& table : {id, table_id(id.schema, id.parent)})
    if (table.kind == Kind::table && state.find(table) != nullptr) return table;
  const Object* object = state.find(id);
  if (object == nullptr) return std::nullopt;
  for (const ObjectId& used : object->references)
    if (used.kind == Kind::table && state.find(used) != nullptr) return used;
  return std::nullopt;
}

/// The tables of `before` that `file` does not mention, that nothing happens to on the way to `after`, and that no
/// table needs of which that is not true: their rows cannot get in the way, nor be lost.
std::set<ObjectId> out_of_reach(const Catalog& before, const Catalog& after, const migrations::File& file) {
  std::set<std::string> words;
  for (const migrations::Section* section : {&file.up, &file.down})
    verify::each_name(section->text, [&](const std::string&, const std::string& name) { words.insert(name); });
  std::set<ObjectId> reached;
  for (const auto& [id, object] : before.objects)
    if (id.kind == Kind::table && words.contains(id.name)) reached.insert(id);
  for (const diff::Delta& delta : diff::compare(before, after).deltas)
    for (const Catalog* state : {&before, &after})
      if (const auto table = table_of(*state, delta.id)) reached.insert(*table);
  for (std::size_t size = 0; size != reached.size();) {
    size = reached.size();
    for (const auto& [id, object] : before.objects) {
      const auto table = table_of(before, id);
      if (!table) continue;
      for (const ObjectId& used : object.references) {
        if (used.kind != Kind::table) continue;
        if (reached.contains(*table)) reached.insert(used);
        if (id.kind == Kind::table && reached.contains(used)) reached.insert(id);  // its heirs and partitions
      }
    }
  }
  std::set<ObjectId> rest;
  for (const auto& [id, object] : before.objects)
    if (id.kind == Kind::table && !reached.contains(id)) rest.insert(id);
  return rest;
}

/// "drop-column column public.t.c" of a header.
std::vector<ddl::Destruction> destructions_of(const migrations::Header& header) {
  std::vector<ddl::Destruction> all;
  for (const std::string& line : header.destroys) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    all.push_back({.hazard = line.substr(0, blank), .what = line.substr(std::min(blank + 1, line.size()))});
  }
  return all;
}

/// What of `before` is not the same in `after`.
std::string changed(const verify::Contents& before, const verify::Contents& after) {
  std::string names;
  for (const auto& [name, content] : before) {
    const auto found = after.find(name);
    if (found == after.end() || found->second != content) names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

/// One trial; its parts share what it needs.
struct Trial {
  verify::Site& site;
  const Catalog& before;
  const Catalog& after;
  const migrations::Revision& revision;
  RevisionProof& proof;
  bool own_rows;  ///< what becomes of rows is its author's will

  /// Gives whether the section ran.
  [[nodiscard]] bool run(const migrations::Section& section, std::string_view way) const {
    const auto failed = run_section(site, section);
    if (!failed) return true;
    const std::string text = fmt::format("{} does not run where tables hold rows: {}", way, failed->error.message);
    if (own_rows && changes_rows(failed->sql))
      proof.notes.push_back(
          fmt::format("rows were not tried: made-up ones are in its way ({})", failed->error.message));
    else
      proof.failures.push_back(text);
    return false;
  }

  void compare(const verify::Contents& then, const verify::Contents& now, std::string_view when, bool fails) const {
    const std::string names = changed(then, now);
    if (names.empty()) return;
    const std::string text = fmt::format("rows are not what they were {}: {}", when, names);
    (fails ? proof.failures : proof.notes).push_back(text);
  }
};

}  // namespace

bool can_hold_rows(const Catalog& state, const migrations::Revision& revision, RevisionProof& proof) {
  if (!std::any_of(state.objects.begin(), state.objects.end(),
                   [](const auto& entry) { return entry.first.kind == Kind::table; }))
    return false;
  if (!makes_roles(revision.content.up)) return true;
  proof.notes.emplace_back("rows were not tried: it makes roles, which belong to the whole server");
  return false;
}

Result<void> try_rows(verify::Site& site, const Catalog& before, const Catalog& after,
                      const migrations::Revision& revision, RevisionProof& proof) {
  const migrations::File& file = revision.content;
  const bool own_rows = has_rows_of_its_own(file.up) || has_rows_of_its_own(file.down);
  const Trial trial{
      .site = site, .before = before, .after = after, .revision = revision, .proof = proof, .own_rows = own_rows};
  if (auto reset = site.reset_session("''"); !reset) return reset;
  const auto seeded =
      verify::seed(site, before, after, own_rows ? std::set<ObjectId>() : out_of_reach(before, after, file));
  if (!seeded) return seeded.error();
  const auto destroyed = destructions_of(file.header);
  const auto going = verify::watch(before, after, destroyed);
  const auto returning = verify::watch_return(before, after, destroyed, {});
  const auto at_first = verify::read_contents(site.superuser(), going);
  if (!at_first) return at_first.error();
  const auto all_at_first = verify::read_contents(site.superuser(), returning);
  if (!all_at_first) return all_at_first.error();
  if (!trial.run(file.up, "the way up")) return {};
  if (own_rows) {
    proof.notes.emplace_back("statements of its own change rows: what becomes of them is not compared");
  } else {
    const auto up = verify::read_contents(site.superuser(), going);
    if (!up) return up.error();
    trial.compare(*at_first, *up, "after the way up", true);
  }
  if (!file.has_down || !trial.run(file.down, "the way back") || own_rows) return {};
  const auto back = verify::read_contents(site.superuser(), returning);
  if (!back) {
    proof.notes.push_back("rows after the way back were not compared: " + back.error().message);
    return {};
  }
  // A file written by hand has no header to say what it destroys.
  const bool says = migrations::standing(file) != migrations::Standing::by_hand;
  trial.compare(*all_at_first, *back, "after the way back", says);
  return {};
}

}  // namespace trueup::source
