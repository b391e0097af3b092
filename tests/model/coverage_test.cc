// Which field of which kind has a case in tests/cases, by the list there: coverage.tsv. A field without a case and
// without a reason why it has none fails here, so that a new field or kind cannot be forgotten.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "model/encode.h"

namespace trueup {
namespace {

namespace fs = std::filesystem;

const fs::path root = TRUEUP_SOURCE_DIR;
const fs::path cases = root / "tests/cases";

Payload payload_of(Kind kind) {
  switch (kind) {
    case Kind::role:
      return Role();
    case Kind::membership:
      return Membership();
    case Kind::schema:
      return Schema();
    case Kind::extension:
      return Extension();
    case Kind::enum_type:
      return EnumType();
    case Kind::composite_type:
      return CompositeType();
    case Kind::range_type:
      return RangeType();
    case Kind::domain:
      return Domain();
    case Kind::domain_check:
      return DomainCheck();
    case Kind::sequence:
      return Sequence();
    case Kind::table:
      return Table();
    case Kind::column:
      return Column();
    case Kind::primary_key:
    case Kind::unique_key:
      return Key();
    case Kind::exclusion:
      return Exclusion();
    case Kind::check:
      return Check();
    case Kind::foreign_key:
      return ForeignKey();
    case Kind::index:
      return Index();
    case Kind::view:
      return View();
    case Kind::materialized_view:
      return MaterializedView();
    case Kind::function:
    case Kind::procedure:
      return Routine();
    case Kind::base_type:
      return BaseType();
    case Kind::aggregate:
      return Aggregate();
    case Kind::sql_operator:
      return Operator();
    case Kind::operator_family:
      return OperatorFamily();
    case Kind::operator_class:
      return OperatorClass();
    case Kind::cast:
      return Cast();
    case Kind::conversion:
      return Conversion();
    case Kind::language:
      return Language();
    case Kind::transform:
      return Transform();
    case Kind::trigger:
      return Trigger();
    case Kind::policy:
      return Policy();
    case Kind::default_privilege:
      return DefaultPrivilege();
    case Kind::publication:
      return Publication();
    case Kind::publication_table:
      return PublicationTable();
    case Kind::publication_schema:
      return PublicationSchema();
    case Kind::subscription:
      return Subscription();
    case Kind::foreign_data_wrapper:
      return ForeignDataWrapper();
    case Kind::server:
      return Server();
    case Kind::user_mapping:
      return UserMapping();
    case Kind::foreign_table:
      return ForeignTable();
    case Kind::rule:
      return Rule();
    case Kind::event_trigger:
      return EventTrigger();
    case Kind::collation:
      return Collation();
    case Kind::statistics:
      return Statistics();
    case Kind::text_search_parser:
      return TextSearchParser();
    case Kind::text_search_template:
      return TextSearchTemplate();
    case Kind::text_search_dictionary:
      return TextSearchDictionary();
    case Kind::text_search_configuration:
      return TextSearchConfiguration();
  }
  return Schema();
}

/// "primary_key" for Kind::primary_key, as the folders below tests/cases are named.
std::string folder_of(Kind kind) {
  std::string name(name_of(kind));
  for (char& c : name)
    if (c == ' ') c = '_';
  return name;
}

bool has_comment(Kind kind) {
  return kind != Kind::membership && kind != Kind::default_privilege && kind != Kind::publication_table &&
         kind != Kind::publication_schema && kind != Kind::user_mapping;
}

/// True for the kinds that SECURITY LABEL knows.
bool has_security_labels(Kind kind) {
  return kind == Kind::role || kind == Kind::schema || is_type(kind) || is_relation(kind) || kind == Kind::sequence ||
         kind == Kind::column || is_routine(kind) || kind == Kind::language || kind == Kind::publication ||
         kind == Kind::subscription || kind == Kind::event_trigger;
}

/// True for the kinds whose objects a directive in the files can rename.
bool can_be_renamed(Kind kind) {
  return kind == Kind::schema || is_relation(kind) || (is_type(kind) && kind != Kind::base_type) ||
         kind == Kind::sequence || kind == Kind::index || kind == Kind::function || kind == Kind::procedure ||
         (has_parent(kind) && kind != Kind::rule && kind != Kind::publication_table);
}

/// What a kind must have cases for: it is made, taken away and, where others stand on it, made anew; each field.
std::vector<std::string> wanted(Kind kind) {
  std::vector<std::string> fields = {"create", "drop", "rebuild"};
  if (can_be_renamed(kind)) fields.emplace_back("rename");
  for (const Field& field : fields_of({.id = {.kind = kind}, .payload = payload_of(kind)})) {
    if (field.name == "owner" && !has_owner(kind)) continue;
    if (field.name == "comment" && !has_comment(kind)) continue;
    if (field.name == "acl" && !has_acl(kind)) continue;
    if (field.name == "security_labels" && !has_security_labels(kind)) continue;
    fields.push_back(field.name);
  }
  return fields;
}

struct Entry {
  std::string kind;
  std::string field;
  std::string name;    ///< the case, "-" for a known gap
  std::string reason;  ///< of the gap
};

std::vector<Entry> read_entries() {
  std::vector<Entry> entries;
  std::ifstream file(cases / "coverage.tsv");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream words(line);
    Entry entry;
    std::getline(words, entry.kind, '\t');
    std::getline(words, entry.field, '\t');
    std::getline(words, entry.name, '\t');
    std::getline(words, entry.reason);
    entries.push_back(std::move(entry));
  }
  return entries;
}

/// kind → field → entries
std::map<std::string, std::map<std::string, std::vector<Entry>>> by_field() {
  std::map<std::string, std::map<std::string, std::vector<Entry>>> fields;
  for (const Entry& entry : read_entries()) fields[entry.kind][entry.field].push_back(entry);
  return fields;
}

TEST(Coverage, EveryFieldOfEveryKindHasACaseOrAReason) {
  auto fields = by_field();
  for (const Kind kind : all_kinds)
    for (const std::string& field : wanted(kind))
      EXPECT_FALSE(fields[folder_of(kind)][field].empty())
          << folder_of(kind) << "\t" << field << ": no case; add one and its line to tests/cases/coverage.tsv";
}

TEST(Coverage, EveryEntryNamesAFieldAndACaseThatExist) {
  std::map<std::string, std::set<std::string>> known;
  for (const Kind kind : all_kinds) {
    const std::vector<std::string> fields = wanted(kind);
    known[folder_of(kind)] = {fields.begin(), fields.end()};
    known[folder_of(kind)].insert("noop");
  }
  std::map<std::string, std::set<std::string>> gaps;
  std::map<std::string, std::set<std::string>> covered;
  for (const Entry& entry : read_entries()) {
    if (entry.kind == "left out") continue;
    const bool attribute =
        entry.kind == "comment" || entry.kind == "grant" || entry.kind == "owner" || entry.kind == "security_label";
    EXPECT_TRUE(attribute || known[entry.kind].contains(entry.field)) << entry.kind << " has no field " << entry.field;
    if (entry.name == "-") {
      EXPECT_FALSE(entry.reason.empty()) << entry.kind << " " << entry.field << ": a gap needs a reason";
      gaps[entry.kind].insert(entry.field);
    } else {
      EXPECT_TRUE(fs::is_directory(cases / entry.name)) << entry.name;
      covered[entry.kind].insert(entry.field);
    }
  }
  for (const auto& [kind, fields] : gaps)
    for (const std::string& field : fields)
      EXPECT_FALSE(covered[kind].contains(field)) << kind << " " << field << " has a case: it is no gap any more";
}

TEST(Coverage, EveryCaseHasBothEnds) {
  int count = 0;
  for (const auto& kind : fs::directory_iterator(cases)) {
    if (!kind.is_directory()) continue;
    for (const auto& one : fs::directory_iterator(kind)) {
      ++count;
      EXPECT_TRUE(fs::exists(one.path() / "old.sql")) << one.path();
      EXPECT_TRUE(fs::exists(one.path() / "new.sql")) << one.path();
      std::ifstream expect(one.path() / "expect");
      for (std::string word; expect >> word;)
        EXPECT_TRUE(word == "noop" || word == "renames" || word == "destroys" || word == "refused" || word == "parks" ||
                    word == "not-parked")
            << one.path() << word;
    }
  }
  EXPECT_GT(count, 250);
}

/// docs/coverage.md as the list says it.
/// The rows of tests/interop/tools.tsv as rows of the page.
std::string tools() {
  std::ifstream list(root / "tests/interop/tools.tsv");
  std::string rows;
  for (std::string line; std::getline(list, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream cells(line + "\t");
    for (std::string cell; std::getline(cells, cell, '\t');) rows += "| " + cell + " ";
    rows += "|\n";
  }
  EXPECT_FALSE(rows.empty());
  return rows;
}

std::string page() {
  std::ostringstream page;
  page << "# Coverage\n\n"
          "What trueup manages, field by field, and the acceptance cases below `tests/cases` that show it: both doors\n"
          "(SQL files and the live database) agree on both ends of a case, its plan applies, leads to the desired "
          "state,\n"
          "leaves nothing to do, and its way back leads back. This page is written by `scripts/coverage` from\n"
          "`tests/cases/coverage.tsv`; a test fails when a field of the model is missing there.\n\n"
          "`create`, `drop`, `rebuild` (made anew, with what stands on it) and `rename` (by a directive, in place) are "
          "not\n"
          "fields, but need a case, too.\n"
          "A gap is a field without a case of its own, with the reason. Cases that fail for a known reason stand in\n"
          "`tests/expected_red.txt`.\n";
  auto fields = by_field();
  for (const Kind kind : all_kinds) {
    page << "\n## " << name_of(kind) << "\n\n| field | cases |\n|---|---|\n";
    for (const std::string& field : wanted(kind)) {
      page << "| " << field << " | ";
      const char* separator = "";
      for (const Entry& entry : fields[folder_of(kind)][field]) {
        if (entry.name == "-")
          page << "gap: " << entry.reason;
        else
          page << separator << entry.name;
        separator = ", ";
      }
      page << " |\n";
    }
  }
  page
      << "\n## Named and left alone\n\n"
         "Parts of managed kinds that are not managed: each is named in a diagnostic where it is met. Whole kinds that "
         "are\n"
         "not managed (access methods, settings of the database) are named in the same way.\n\n| what | door "
         "|\n|---|---|\n";
  for (const Entry& entry : read_entries())
    if (entry.kind == "left out") page << "| " << entry.field << " | " << entry.reason << " |\n";
  page << "\n## Migration tools\n\n"
          "What `scripts/interop` runs on directories that trueup wrote, or imports from; after each step `trueup "
          "check` "
          "finds\n"
          "no difference.\n\n| tool | had from | up | down | note |\n|---|---|---|---|---|\n"
       << tools();
  return page.str();
}

TEST(Coverage, ThePageSaysWhatTheListSays) {
  const fs::path path = root / "docs/coverage.md";
  if (std::getenv("TRUEUP_WRITE_COVERAGE") != nullptr) std::ofstream(path) << page();
  std::ifstream file(path);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  EXPECT_TRUE(text == page()) << "docs/coverage.md is out of date: run scripts/coverage";
}

}  // namespace
}  // namespace trueup
