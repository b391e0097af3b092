#include "migrations/directory.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace trueup::migrations {

namespace fs = std::filesystem;

/// The digits `name` begins with, when an underscore follows them.
static std::string_view digits_of(std::string_view name) {
  const auto end = name.find_first_not_of("0123456789");
  const bool numbered = end != 0 && end != std::string_view::npos && end <= 18 && name[end] == '_';
  return numbered ? name.substr(0, end) : std::string_view();
}

static Result<void> add(Directory& directory, const std::string& name) {
  if (!name.ends_with(".sql")) return {};
  const std::string_view digits = digits_of(name);
  if (digits.empty()) {
    directory.others.push_back(name);
    return {};
  }
  Entry entry{.number = 0, .name = name, .path = (fs::path(directory.path) / name).string()};
  std::from_chars(digits.data(), digits.data() + digits.size(), entry.number);
  for (const Entry& other : directory.entries)
    if (other.number == entry.number)
      return Error{.message = fmt::format("{} and {} in {} have the same number", std::min(other.name, name),
                                          std::max(other.name, name), directory.path),
                   .hint = "give the newer one the next free number"};
  directory.width = std::max(directory.entries.empty() ? 0 : directory.width, int(digits.size()));
  directory.entries.push_back(std::move(entry));
  return {};
}

Result<Directory> list(const std::string& path, bool may_be_missing) {
  Directory directory;
  directory.path = path;
  std::error_code error;
  if (!fs::exists(path, error)) {
    if (may_be_missing && !error) return directory;
    return Error{.message = fmt::format("no migrations directory {}", path),
                 .hint = "`trueup init` makes one; or name another with --migrations or in trueup.toml"};
  }
  fs::directory_iterator files(path, error);
  for (; !error && files != fs::directory_iterator(); files.increment(error)) {
    std::error_code ignored;
    if (!files->is_regular_file(ignored)) continue;
    if (const auto added = add(directory, files->path().filename().string()); !added) return added.error();
  }
  if (error) return Error{.message = fmt::format("cannot read {}: {}", path, error.message()), .hint = {}};
  std::sort(directory.entries.begin(), directory.entries.end(),
            [](const Entry& a, const Entry& b) { return a.number < b.number; });
  std::sort(directory.others.begin(), directory.others.end());
  return directory;
}

std::string safe_name(std::string_view description) {
  constexpr std::size_t longest = 60;
  std::string name;
  for (const char c : description) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      name += upper ? char(c - 'A' + 'a') : c;
    else if (!name.empty() && name.back() != '_')
      name += '_';
    if (name.size() == longest) break;
  }
  while (!name.empty() && name.back() == '_') name.pop_back();
  return name.empty() ? "migration" : name;
}

std::string next_path(const Directory& directory, std::string_view description) {
  const std::string name =
      fmt::format("{:0{}}_{}.sql", directory.next_number(), directory.width, safe_name(description));
  return (fs::path(directory.path) / name).string();
}

}  // namespace trueup::migrations
