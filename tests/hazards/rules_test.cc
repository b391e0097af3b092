#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "hazards/check.h"

namespace trueup::hazards {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

fs::path root() { return TRUEUP_SOURCE_DIR; }

std::string file_name(std::string id) {
  std::replace(id.begin(), id.end(), '-', '_');
  return id;
}

/// SQL as a plain file; or, where it begins with `-- trueup: as migration`, as a migration file's section.
File file_of(const std::string& sql) {
  File file{.script = {.name = "x.sql", .text = sql}, .parts = {}};
  if (!sql.starts_with("-- trueup: as migration\n")) return file;
  file.parts = {{.offset = 0, .transactional = true}};
  const std::string segment = "-- trueup: segment\n";
  for (auto at = sql.find(segment); at != std::string::npos; at = sql.find(segment, at + 1))
    file.parts.push_back({.offset = static_cast<int>(at), .transactional = true});
  file.sets_timeouts = true;
  return file;
}

std::vector<std::string> ids_in(const std::string& sql) {
  History history;
  const Checked checked = check_file(file_of(sql), history);
  for (const Diagnostic& diagnostic : checked.diagnostics) ADD_FAILURE() << to_string(diagnostic) << "\n" << sql;
  std::vector<std::string> ids;
  for (const Placed& placed : checked.findings) ids.emplace_back(placed.finding.hazard->id);
  return ids;
}

bool catches(const std::string& id, const std::string& sql) {
  const std::vector<std::string> ids = ids_in(sql);
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// The pieces of tests/hazards/<id>.sql below `-- caught: …` and `-- harmless: …`.
struct Trial {
  bool caught = false;
  std::string name;
  std::string sql;
};

std::vector<Trial> trials_of(const std::string& id) {
  std::vector<Trial> trials;
  std::istringstream lines(read(root() / "tests/hazards" / (id + ".sql")));
  for (std::string line; std::getline(lines, line);) {
    const bool caught = line.starts_with("-- caught: ");
    if (caught || line.starts_with("-- harmless: "))
      trials.push_back({.caught = caught, .name = line.substr(line.find(": ") + 2), .sql = {}});
    else if (!trials.empty())
      trials.back().sql += line + "\n";
  }
  return trials;
}

/// The SQL of a page's section.
std::string block(const std::string& page, const std::string& heading) {
  const std::string fence = "```sql\n";
  const auto begin = page.find(fence, page.find("\n## " + heading + "\n"));
  if (begin == std::string::npos) return {};
  const auto end = page.find("```", begin + fence.size());
  return page.substr(begin + fence.size(), end - begin - fence.size());
}

std::set<std::string> stems(const char* folder, const char* extension) {
  std::set<std::string> found;
  for (const auto& entry : fs::directory_iterator(root() / folder))
    if (entry.path().extension() == extension) found.insert(entry.path().stem());
  return found;
}

TEST(Rules, CatchWhatTheyShouldAndNothingElse) {
  for (const Hazard* hazard : all()) {
    const std::string id(hazard->id);
    bool caught = false, harmless = false;
    for (const Trial& trial : trials_of(id)) {
      EXPECT_EQ(catches(id, trial.sql), trial.caught) << id << ": " << trial.name << "\n" << trial.sql;
      (trial.caught ? caught : harmless) = true;
    }
    EXPECT_TRUE(caught && harmless) << "tests/hazards/" << id << ".sql needs a part of each kind";
  }
}

TEST(Rules, EachHasAFileAPageAndTrials) {
  std::set<std::string> ids, files;
  for (const Hazard* hazard : all()) {
    ids.insert(std::string(hazard->id));
    files.insert(file_name(std::string(hazard->id)));
    EXPECT_NE(hazard->check, nullptr) << hazard->id;
    EXPECT_FALSE(hazard->title.empty() || hazard->why.empty() || hazard->safe.empty()) << hazard->id;
    EXPECT_TRUE(fs::exists(root() / "src/hazards" / (file_name(std::string(hazard->id)) + ".cc"))) << hazard->id;
  }
  std::set<std::string> pages = stems("docs/hazards", ".md");
  EXPECT_EQ(pages.erase("README"), 1U);
  EXPECT_EQ(pages, ids);
  EXPECT_EQ(stems("tests/hazards", ".sql"), ids);
  // Every file with a row of its own is in the list.
  for (const std::string& file : stems("src/hazards", ".cc")) {
    const bool row = read(root() / "src/hazards" / (file + ".cc")).find("\nconst Hazard ") != std::string::npos;
    EXPECT_TRUE(!row || files.contains(file)) << file << " is missing in src/hazards/list.inc";
  }
  EXPECT_EQ(ids.size(), all().size());
  EXPECT_TRUE(
      std::is_sorted(all().begin(), all().end(), [](const Hazard* a, const Hazard* b) { return a->id < b->id; }));
}

TEST(Pages, ShowWhatIsCaughtAndASafeForm) {
  for (const Hazard* hazard : all()) {
    const std::string id(hazard->id);
    const std::string page = read(root() / "docs/hazards" / (id + ".md"));
    EXPECT_TRUE(page.starts_with("# " + id + "\n\n*" + std::string(name_of(hazard->level)) +
                                 "*: " + std::string(hazard->title) + "\n"))
        << id;
    EXPECT_TRUE(catches(id, block(page, "Caught"))) << id;
    EXPECT_FALSE(block(page, "Safe").empty()) << id;
    EXPECT_FALSE(catches(id, block(page, "Safe"))) << id;
  }
}

TEST(Pages, TheIndexIsComplete) {
  const std::string index = read(root() / "docs/hazards/README.md");
  for (const Hazard* hazard : all()) {
    const std::string line = "| [" + std::string(hazard->id) + "](" + std::string(hazard->id) + ".md) | " +
                             std::string(name_of(hazard->level)) + " | " + std::string(hazard->title) + " |\n";
    EXPECT_NE(index.find(line), std::string::npos) << "missing in docs/hazards/README.md:\n" << line;
  }
}

}  // namespace
}  // namespace trueup::hazards
