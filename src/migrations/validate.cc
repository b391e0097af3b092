#include "migrations/validate.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "migrations/files.h"
#include "migrations/manifest.h"

namespace trueup::migrations {

namespace {

/// The version as a whole number; nullopt for a timestamp, a dotted version or an id.
std::optional<long long> counted(const Revision& revision) {
  const std::string& version = revision.version;
  if (revision.role != Role::versioned || leading_digits(version) != version || version.size() >= 12)
    return std::nullopt;
  long long number = 0;
  std::from_chars(version.data(), version.data() + version.size(), number);
  return number;
}

void name_gaps(const Directory& directory, Diagnostics& diagnostics) {
  std::optional<long long> last;
  for (const Revision& revision : directory.revisions) {
    const auto number = counted(revision);
    if (number && last && *number > *last + 1)
      diagnostics.push_back(about(Severity::error, revision.path(), 0, "skipped-number",
                                  *number == *last + 2
                                      ? fmt::format("number {} is missing before it", *last + 1)
                                      : fmt::format("numbers {} to {} are missing before it", *last + 1, *number - 1),
                                  "bring the file back, or number the rest anew with `trueup migrate rebase`"));
    if (number) last = number;
  }
}

}  // namespace

Result<void> validate(const Directory& directory, Diagnostics& diagnostics) {
  name_gaps(directory, diagnostics);
  const auto manifest = read_manifest(directory.path, diagnostics);
  if (!manifest) return manifest.error();
  if (*manifest) check_manifest(directory, **manifest, diagnostics);
  return {};
}

void validate_applied(const Directory& directory, const std::vector<Applied>& applied, Diagnostics& diagnostics) {
  std::map<const Revision*, const Applied*> done;
  for (const Applied& row : applied) {
    const auto is_it = [&](const Revision& r) {
      return row.version.empty() ? r.role == Role::repeatable && r.description == row.description
                                 : r.role != Role::repeatable && compare_versions(r.version, row.version) == 0;
    };
    const auto found = std::find_if(directory.revisions.begin(), directory.revisions.end(), is_it);
    if (found != directory.revisions.end())
      done[&*found] = &row;
    else
      diagnostics.push_back(
          about(Severity::error, directory.path, 0, "missing-file",
                fmt::format("{} {} is applied, and its file is not there", row.version, row.description),
                "bring the file back"));
  }
  const Revision* last = nullptr;
  for (const Revision& revision : directory.revisions)
    if (revision.role != Role::repeatable && done.contains(&revision)) last = &revision;
  bool before_last = last != nullptr;
  for (const Revision& revision : directory.revisions) {
    if (&revision == last) before_last = false;
    const auto row = done.find(&revision);
    if (row != done.end() && revision.role != Role::repeatable && !row->second->checksum.empty() &&
        row->second->checksum != revision.checksum)
      diagnostics.push_back(about(Severity::error, revision.path(), 0, "changed", "changed since it was applied",
                                  "bring back what it was, and put the change into a new migration; where the change "
                                  "does not matter, `trueup migrate repair` takes it over"));
    if (row == done.end() && before_last && revision.role == Role::versioned)
      diagnostics.push_back(about(Severity::error, revision.path(), 0, "out-of-order",
                                  fmt::format("not applied, though {} is, which comes later", last->version),
                                  "`trueup migrate rebase` gives it the next number"));
  }
}

}  // namespace trueup::migrations
