#include "migrations/revision.h"

#include <algorithm>
#include <filesystem>

namespace trueup::migrations {

namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The part of `version` up to a dot or underscore; takes it off.
std::string_view take_part(std::string_view& version) {
  const auto end = version.find_first_of("._");
  const std::string_view part = version.substr(0, end);
  version = end == std::string_view::npos ? std::string_view() : version.substr(end + 1);
  return part;
}

int sign(std::strong_ordering order) { return order < 0 ? -1 : order > 0 ? 1 : 0; }

int compare_parts(std::string_view a, std::string_view b) {
  if (a.empty()) a = "0";
  if (b.empty()) b = "0";
  if (!is_digits(a) || !is_digits(b)) return sign(a <=> b);
  a.remove_prefix(std::min(a.find_first_not_of('0'), a.size()));
  b.remove_prefix(std::min(b.find_first_not_of('0'), b.size()));
  return a.size() != b.size() ? (a.size() < b.size() ? -1 : 1) : sign(a <=> b);
}

}  // namespace

std::string Revision::file() const { return std::filesystem::path(path()).filename().string(); }

int compare_versions(std::string_view a, std::string_view b) {
  while (!a.empty() || !b.empty())
    if (const int order = compare_parts(take_part(a), take_part(b)); order != 0) return order;
  return 0;
}

std::vector<const Revision*> from_nothing(const Directory& directory) {
  std::vector<const Revision*> order;
  for (const Revision& revision : directory.revisions) {
    if (revision.role == Role::baseline) order.clear();
    order.push_back(&revision);
  }
  return order;
}

const Revision* find(const Directory& directory, std::string_view version) {
  const auto found = std::find_if(directory.revisions.begin(), directory.revisions.end(), [&](const Revision& r) {
    return r.role != Role::repeatable && compare_versions(r.version, version) == 0;
  });
  return found == directory.revisions.end() ? nullptr : &*found;
}

}  // namespace trueup::migrations
