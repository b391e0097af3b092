#include "migrations/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "migrations/directory.h"
#include "migrations/files.h"
#include "migrations/formats.h"

namespace trueup::migrations {

namespace fs = std::filesystem;

static constexpr auto rows = std::to_array<const Format*>(
    {&numbered, &flyway, &golang_migrate, &goose, &dbmate, &alembic, &sqitch, &liquibase, &plain});

std::span<const Format* const> formats() { return rows; }

Result<const Format*> format_named(std::string_view name) {
  std::string names;
  for (const Format* format : rows) {
    if (format->name == name) return format;
    names += (names.empty() ? "" : ", ") + std::string(format->name);
  }
  return Error{.message = fmt::format("no format of migrations is called {}", name), .hint = "there are " + names};
}

Result<const Format*> find_format(const Listing& listing, std::string_view name) {
  if (!name.empty()) return format_named(name);
  for (const Format* format : rows)
    if (format->recognises(listing)) return format;
  return &numbered;
}

Result<Listing> list(const std::string& path, bool may_be_missing) {
  Listing listing{.path = path, .files = {}, .folders = {}};
  std::error_code error;
  if (!fs::exists(path, error)) {
    if (may_be_missing && !error) return listing;
    return Error{.message = fmt::format("no migrations directory {}", path),
                 .hint = "`trueup init` makes one; or name another with --migrations or in trueup.toml"};
  }
  fs::directory_iterator entries(path, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    std::error_code ignored;
    std::string name = entries->path().filename().string();
    if (name.starts_with('.')) continue;
    if (entries->is_regular_file(ignored))
      listing.files.push_back(std::move(name));
    else if (entries->is_directory(ignored))
      listing.folders.push_back(std::move(name));
  }
  if (error) return Error{.message = fmt::format("cannot read {}: {}", path, error.message()), .hint = {}};
  std::sort(listing.files.begin(), listing.files.end());
  std::sort(listing.folders.begin(), listing.folders.end());
  return listing;
}

Result<Directory> read(const std::string& path, const ReadOptions& options, Diagnostics& diagnostics) {
  const auto listing = list(path, options.may_be_missing);
  if (!listing) return listing.error();
  const auto format = find_format(*listing, options.format);
  if (!format) return format.error();
  return (*format)->read(*listing, diagnostics);
}

Result<std::vector<std::string>> write_next(const Directory& directory, const Draft& draft) {
  if (!directory.format->write)
    return Error{.message = fmt::format("trueup reads directories of the format {} and does not write them",
                                        directory.format->name),
                 .hint = fmt::format("`trueup migrate import {} --format {}` makes numbered files of them",
                                     directory.path, directory.format->name)};
  const auto files = directory.format->write(directory, draft);
  if (!files) return files.error();
  std::vector<std::string> paths;
  for (const NewFile& file : *files) {
    paths.push_back(below(directory.path, file.name));
    if (auto written = write_new_file(paths.back(), file.text); !written) return written.error();
  }
  return paths;
}

}  // namespace trueup::migrations
