#include "source/prove_directory.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>

#include "base/hash.h"
#include "db/kept_state.h"
#include "migrations/lexer.h"
#include "source/replaying.h"
#include "source/try_rows.h"
#include "verify/expect.h"
#include "verify/read_back.h"

namespace trueup::source {

namespace {

/// What tells this program from another build of it, which may see what this one does not.
std::string program_identity() {
  struct stat status {};
  if (stat("/proc/self/exe", &status) != 0) return "";
  return fmt::format("{}|{}|{}", status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
}

/// Under which key it is remembered that the first revisions were shown, by count.
std::vector<std::string> shown_keys(const std::vector<std::string>& kept,
                                    const std::vector<const migrations::Revision*>& revisions, bool rows) {
  std::vector<std::string> keys;
  std::string chain = program_identity() + (rows ? "|rows" : "|no rows");
  for (std::size_t count = 0; count < kept.size(); ++count) {
    if (count != 0) {
      const migrations::File& file = revisions[count - 1]->content;
      std::string text = chain + '\0' + file.down.text;
      for (const std::string& destroyed : file.header.destroys) text += '\0' + destroyed;
      chain = sha256_hex(text);
    }
    keys.push_back(sha256_hex(kept[count] + chain).substr(0, 40));
  }
  return keys;
}

/// Roles are never dropped: one that the way up made may stay.
bool may_stay(const Object& object) { return object.id.kind == Kind::role || object.id.kind == Kind::membership; }

/// The course of one proof.
class Course {
 public:
  Course(Replaying& replaying, const std::vector<const migrations::Revision*>& revisions,
         const DirectoryProofOptions& options, DirectoryProof& proof)
      : replaying_(replaying), revisions_(revisions), options_(options), proof_(proof) {}

  Result<void> run();

 private:
  Result<bool> up();
  Result<bool> down();
  Result<void> remember_state();
  [[nodiscard]] const Catalog& before(std::size_t revision) const { return states_[revision - first_]; }
  RevisionProof& about(std::size_t revision) { return proof_.tried[revision - first_]; }

  Replaying& replaying_;
  const std::vector<const migrations::Revision*>& revisions_;
  const DirectoryProofOptions& options_;
  DirectoryProof& proof_;
  std::size_t first_ = 0;
  std::vector<Catalog> states_;  ///< from the one before the first revision that is tried
};

Result<void> Course::remember_state() {
  auto catalog = verify::read_back(replaying_.site());
  if (!catalog) return catalog.error();
  states_.push_back(std::move(*catalog));
  return {};
}

Result<void> Course::run() {
  first_ = replaying_.position();
  if (auto read = remember_state(); !read) return read;
  while (!replaying_.at_end()) {
    const auto on = up();
    if (!on) return on.error();
    if (!*on) break;
  }
  if (replaying_.at_end()) replaying_.keep();
  while (replaying_.position() > first_) {
    const auto on = down();
    if (!on) return on.error();
    if (!*on) break;
  }
  return {};
}

/// Gives whether it is worth going on.
Result<bool> Course::up() {
  const std::size_t at = replaying_.position();
  const migrations::Revision& revision = *revisions_[at];
  proof_.tried.push_back({.revision = &revision, .failures = {}, .notes = {}});
  if (options_.progress) options_.progress(at + 1, revisions_.size(), revision.path());
  std::optional<verify::Site> copy;
  if (options_.rows && can_hold_rows(before(at), revision, about(at))) {
    auto made = replaying_.copy();
    if (!made) return made.error();
    copy.emplace(std::move(*made));
  }
  if (auto ran = replaying_.up(); !ran) {
    about(at).failures.push_back("the way up does not run: " + ran.error().message);
    return false;
  }
  if (auto read = remember_state(); !read) return read.error();
  if (copy)
    if (auto tried = try_rows(*copy, before(at), states_.back(), revision, about(at)); !tried) return tried.error();
  return true;
}

Result<bool> Course::down() {
  const std::size_t at = replaying_.position() - 1;
  const migrations::Revision& revision = *revisions_[at];
  const auto stop = [&](const std::string& why) {
    if (at > first_)
      about(at).notes.push_back(fmt::format("{}: the ways back of the {} before it were not tried", why, at - first_));
    return false;
  };
  if (!revision.content.has_down) {
    about(at).notes.push_back("it has no way back");
    return stop("it has none");
  }
  if (auto failed = run_section(replaying_.site(), revision.content.down)) {
    about(at).failures.push_back("the way back does not run: " + failed->error.message);
    return stop("the way back fails");
  }
  replaying_.went_back();
  auto now = verify::read_back(replaying_.site());
  if (!now) return now.error();
  std::erase_if(now->objects,
                [&](const auto& entry) { return may_stay(entry.second) && before(at).find(entry.first) == nullptr; });
  const auto differences = verify::differences_between(*now, before(at));
  for (const std::string& line : differences) about(at).failures.push_back("the way back does not lead back: " + line);
  return differences.empty() || stop("the way back leads elsewhere");
}

}  // namespace

bool DirectoryProof::ok() const {
  return std::all_of(tried.begin(), tried.end(), [](const RevisionProof& each) { return each.failures.empty(); });
}

Result<DirectoryProof> prove_directory(const std::vector<const migrations::Revision*>& revisions, Throwaway& throwaway,
                                       const DirectoryProofOptions& options) {
  DirectoryProof proof;
  const auto shown = shown_keys(Replaying::kept_keys(revisions, throwaway), revisions, options.rows);
  std::size_t first = shown.empty() ? 0 : revisions.size();
  while (first > 0 && !db::was_shown(shown[first])) --first;
  proof.shown_before = first;
  if (first == revisions.size()) return proof;
  auto replaying = Replaying::begin(revisions, throwaway, first);
  if (!replaying) return replaying.error();
  proof.server = replaying->server().version_text();
  while (replaying->position() < first)
    if (auto ran = replaying->up(); !ran) return ran.error();
  if (auto ran = Course(*replaying, revisions, options, proof).run(); !ran) return ran.error();
  if (shown.empty() || !proof.ok()) return proof;
  for (const std::size_t count : {revisions.size() - 1, revisions.size()}) db::remember_shown(shown[count]);
  return proof;
}

}  // namespace trueup::source
