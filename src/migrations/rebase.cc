#include "migrations/rebase.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "migrations/directory.h"
#include "migrations/files.h"
#include "migrations/format.h"

namespace trueup::migrations {

namespace {

namespace fs = std::filesystem;

std::string name_of(const std::string& path) { return fs::path(path).filename().string(); }

bool has_version(const Revision& revision, const std::string& version) {
  return revision.role == Role::versioned && compare_versions(revision.version, version) == 0;
}

bool named(const Revision& revision, const std::vector<std::string>& files) {
  return std::any_of(files.begin(), files.end(),
                     [&](const std::string& file) { return name_of(file) == name_of(revision.path()); });
}

/// The revision that was applied as `row`: the only one of that version, the one with its checksum, or the only one
/// that is not in `last`. nullptr when there is none of that version.
Result<const Revision*> applied_one(const Directory& directory, const Applied& row,
                                    const std::vector<std::string>& last) {
  std::vector<const Revision*> candidates;
  for (const Revision& revision : directory.revisions)
    if (has_version(revision, row.version)) candidates.push_back(&revision);
  if (candidates.empty()) return static_cast<const Revision*>(nullptr);
  const auto same = std::find_if(candidates.begin(), candidates.end(), [&](const Revision* revision) {
    return !row.checksum.empty() && revision->checksum == row.checksum;
  });
  if (same != candidates.end()) return *same;
  if (candidates.size() > 1) std::erase_if(candidates, [&](const Revision* r) { return named(*r, last); });
  if (candidates.size() == 1) return candidates.front();
  return Error{.message = fmt::format("several files have the number {}, which is applied, and nothing tells which of "
                                      "them it was",
                                      row.version),
               .hint = "name the ones that are not applied with --move FILE"};
}

/// An order of `moves` in which no name is taken when its turn comes.
std::vector<Move> in_order(std::vector<Move> moves) {
  std::vector<Move> order;
  while (!moves.empty()) {
    const auto free = std::find_if(moves.begin(), moves.end(), [&](const Move& move) {
      return std::none_of(moves.begin(), moves.end(), [&](const Move& other) { return other.from == move.to; });
    });
    const auto next = free == moves.end() ? moves.begin() : free;
    order.push_back(*next);
    moves.erase(next);
  }
  return order;
}

}  // namespace

Result<std::vector<Move>> rebase(const Directory& directory, const std::vector<Applied>& applied,
                                 const std::vector<std::string>& last) {
  if (!directory.format->with_version)
    return Error{.message = fmt::format("files of the format {} are not numbered", directory.format->name),
                 .hint = "let the newer one follow the other yourself (alembic: down_revision, or `alembic merge`)"};
  std::set<const Revision*> kept;
  for (const Applied& row : applied) {
    const auto one = applied_one(directory, row, last);
    if (!one) return one.error();
    if (*one) kept.insert(*one);
  }
  std::vector<const Revision*> open;
  Directory settled{.path = directory.path, .format = directory.format, .revisions = {}, .others = {}};
  settled.width = directory.width;
  for (const Revision& revision : directory.revisions) {
    if (kept.contains(&revision) || revision.role == Role::baseline)
      settled.revisions.push_back(revision);
    else if (revision.role == Role::versioned)
      open.push_back(&revision);
  }
  std::stable_sort(open.begin(), open.end(), [&](const Revision* a, const Revision* b) {
    const int order = compare_versions(a->version, b->version);
    return order != 0 ? order < 0 : named(*a, last) < named(*b, last);
  });
  std::vector<Move> moves;
  std::string taken = settled.revisions.empty() ? "" : settled.revisions.back().version;
  for (const Revision* revision : open) {
    const bool timestamp = revision->version.size() == 14;
    // A timestamp that is late enough stays; numbers go on one by one.
    const bool stays = timestamp && compare_versions(taken, revision->version) < 0;
    const std::string version = stays ? revision->version : version_after(taken, directory.width);
    taken = version;
    if (compare_versions(version, revision->version) == 0) continue;
    for (const std::string& path : revision->paths)
      moves.push_back(
          {.from = path,
           .to = (fs::path(path).parent_path() / directory.format->with_version(name_of(path), version)).string()});
  }
  return in_order(std::move(moves));
}

Result<void> carry_out(const std::vector<Move>& moves) {
  for (const Move& move : moves)
    if (auto renamed = rename_file(move.from, move.to); !renamed) return renamed;
  return {};
}

}  // namespace trueup::migrations
