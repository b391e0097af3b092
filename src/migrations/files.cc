#include "migrations/files.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/hash.h"

namespace trueup::migrations {

Result<std::string> read_text(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  if (!stream.is_open() || stream.bad())
    return Error{.message = fmt::format("cannot read {}: {}", path, std::strerror(errno)), .hint = {}};
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") || text.find('\0') != std::string::npos)
    return Error{.message = fmt::format("{} is no SQL text in UTF-8", path),
                 .hint = "UTF-16 text becomes UTF-8 with `iconv -t UTF-8`"};
  return text;
}

std::string with_plain_line_ends(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') plain += text[i];
  return plain;
}

std::string checksum_of(const std::vector<std::string>& texts) {
  if (texts.size() == 1) return sha256_hex(with_plain_line_ends(texts.front()));
  std::string all;
  for (const std::string& text : texts) all += sha256_hex(with_plain_line_ends(text)) + "\n";
  return sha256_hex(all);
}

std::string below(const std::string& directory, std::string_view name) {
  return (std::filesystem::path(directory) / name).string();
}

std::string_view leading_digits(std::string_view name) {
  const auto end = std::min(name.find_first_not_of("0123456789"), name.size());
  return end <= 18 ? name.substr(0, end) : std::string_view();
}

Diagnostic about(Severity severity, const std::string& file, int line, std::string code, std::string message,
                 std::string hint) {
  return {.severity = severity,
          .code = std::move(code),
          .message = std::move(message),
          .where = {.file = file, .line = line, .column = line ? 1 : 0},
          .hint = std::move(hint),
          .excerpt = {}};
}

void leave_out(Directory& directory, const std::string& name, std::string code, std::string why, std::string hint,
               Diagnostics& diagnostics) {
  directory.others.push_back(name);
  diagnostics.push_back(
      about(Severity::warning, below(directory.path, name), 0, std::move(code), "not run: " + why, std::move(hint)));
}

void sort_revisions(Directory& directory, Diagnostics& diagnostics) {
  const auto before = [](const Revision& a, const Revision& b) {
    if ((a.role == Role::repeatable) != (b.role == Role::repeatable)) return b.role == Role::repeatable;
    if (a.role == Role::repeatable) return a.description < b.description;
    if (const int order = compare_versions(a.version, b.version); order != 0) return order < 0;
    return a.role != b.role ? b.role == Role::baseline : a.path() < b.path();
  };
  std::stable_sort(directory.revisions.begin(), directory.revisions.end(), before);
  for (std::size_t i = 1; i < directory.revisions.size(); ++i) {
    const Revision &a = directory.revisions[i - 1], &b = directory.revisions[i];
    if (before(a, b) && (a.role != b.role || a.role == Role::repeatable || compare_versions(a.version, b.version) != 0))
      continue;
    diagnostics.push_back(about(Severity::error, b.path(), 0, "same-number",
                                fmt::format("{} and {} have the same number", a.file(), b.file()),
                                "give the newer one the next free number: `trueup migrate rebase` does it"));
  }
}

static unsigned long long number_of(std::string_view version) {
  const std::string_view digits = leading_digits(version);
  unsigned long long number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::string with_digits(const std::string& name, const std::string& version) {
  return version + name.substr(leading_digits(name).size());
}

std::string version_after(std::string_view version, int width) {
  return fmt::format("{:0{}}", number_of(version) + 1, width);
}

/// The time as timestamps of migrations write it: 20240131120000.
static unsigned long long now() { return std::stoull(fmt::format("{:%Y%m%d%H%M%S}", fmt::gmtime(std::time(nullptr)))); }

std::string next_version(const Directory& directory, int steps) {
  const Revision* last = nullptr;
  for (const Revision& revision : directory.revisions)
    if (revision.role != Role::repeatable) last = &revision;
  unsigned long long number = last ? number_of(last->version) : 0;
  if (last && last->version.size() == 14) number = std::max(number, now() - 1);
  return fmt::format("{:0{}}", number + unsigned(steps), directory.width);
}

}  // namespace trueup::migrations
