#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <optional>
#include <sstream>

#include "migrations/directory.h"
#include "migrations/files.h"
#include "migrations/formats.h"
#include "migrations/lexer.h"
#include "migrations/steps.h"

namespace trueup::migrations {

namespace {

// Flyway: V{n}__{description}.sql leads up, U{n}__… back, R__… runs again whenever it changed, B{n}__… stands for all
// up to n on a new database. A file is one transaction; FILE.conf beside it says otherwise.

constexpr std::string_view way_back = "-- Way back (also in ";

/// Flyway's own lock is a transaction that stays open meanwhile.
constexpr std::string_view lock_note =
    "-- Needs Flyway's setting postgresql.transactional.lock=false: its lock would wait for this, and this for it.\n";

/// "V3__add_notes.sql", in its parts.
struct Name {
  char prefix = 'V';
  std::string version;  ///< with dots, whatever it is written with
  std::string description;
};

std::optional<Name> parts_of_name(std::string_view name) {
  if (name.size() < 8 || std::string_view("VURB").find(name.front()) == std::string_view::npos) return std::nullopt;
  const auto separator = name.find("__");
  if (separator == std::string_view::npos || separator + 2 >= name.size()) return std::nullopt;
  const std::string_view version = name.substr(1, separator - 1);
  const bool repeatable = name.front() == 'R';
  if (version.find_first_not_of("0123456789._") != std::string_view::npos || version.empty() != repeatable)
    return std::nullopt;
  Name parts{.prefix = name.front(), .version = std::string(version), .description = {}};
  for (char& c : parts.version)
    if (c == '_') c = '.';
  parts.description = name.substr(separator + 2, name.rfind('.') - separator - 2);
  return parts;
}

bool is_sql(std::string_view name) { return name.ends_with(".sql") && parts_of_name(name); }

bool recognises(const Listing& listing) {
  for (const std::string& name : listing.files)
    if (is_sql(name)) return true;
  return false;
}

/// What FILE.conf says, as far as trueup knows it.
struct Settings {
  bool in_transaction = true;
  bool replaces_placeholders = true;
};

Settings settings_in(const std::string& text) {
  Settings settings;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::erase_if(line, [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
    if (line == "executeInTransaction=false") settings.in_transaction = false;
    if (line == "placeholderReplacement=false") settings.replaces_placeholders = false;
  }
  return settings;
}

/// A script and, where there is one, its configuration.
struct Script {
  std::string path;
  std::string text;
  Settings settings;
  std::vector<std::string> paths;
  std::vector<std::string> texts;
};

Result<Script> read_script(const std::string& path, Diagnostics& diagnostics) {
  auto text = read_text(path);
  if (!text) return text.error();
  Script script{.path = path, .text = std::move(*text), .settings = {}, .paths = {path}, .texts = {}};
  script.texts = {script.text};
  std::error_code ignored;
  if (const std::string conf = path + ".conf"; std::filesystem::exists(conf, ignored)) {
    const auto said = read_text(conf);
    if (!said) return said.error();
    script.settings = settings_in(*said);
    script.paths.push_back(conf);
    script.texts.push_back(*said);
  }
  if (const auto at = script.text.find("${"); at != std::string::npos && script.settings.replaces_placeholders)
    diagnostics.push_back(
        about(Severity::warning, path,
              1 + int(std::count(script.text.begin(), script.text.begin() + std::ptrdiff_t(at), '\n')), "placeholder",
              "Flyway replaces ${…} here, trueup reads it as it stands",
              "write what it stands for, or say placeholderReplacement=false in " + path + ".conf"));
  return script;
}

/// The script's statements; what stands below the line that begins the way back is a comment.
Section section_of_script(const Script& script) {
  std::size_t end = script.text.size();
  for (const CommentLine& line : comment_lines(script.text))
    if (line.begin < end && std::string_view(script.text).substr(line.begin).starts_with(way_back)) end = line.begin;
  const bool transactional = script.settings.in_transaction && !any_refuses_transaction(script.text);
  return section_at(script.path, script.text, after_header(script.text), end, transactional);
}

/// Everything below `path`, as Flyway looks into folders too, sorted by path.
std::vector<std::string> files_below(const Listing& listing) {
  std::vector<std::string> files;
  for (const std::string& name : listing.files) files.push_back(below(listing.path, name));
  for (const std::string& folder : listing.folders) {
    const auto inner = list(below(listing.path, folder), true);
    if (!inner) continue;
    const auto more = files_below(*inner);
    files.insert(files.end(), more.begin(), more.end());
  }
  return files;
}

void take(Revision& revision, Script&& script, std::vector<std::string>& texts) {
  revision.paths.insert(revision.paths.end(), script.paths.begin(), script.paths.end());
  texts.insert(texts.end(), script.texts.begin(), script.texts.end());
}

/// Where a revision's undo script is.
using Undos = std::map<std::string, std::string>;

Result<Revision> read_revision(const Name& name, const std::string& path, const Undos& undos,
                               Diagnostics& diagnostics) {
  Revision revision{.version = name.version, .description = name.description, .role = Role::versioned, .paths = {}};
  if (name.prefix != 'V') revision.role = name.prefix == 'B' ? Role::baseline : Role::repeatable;
  std::vector<std::string> texts;
  auto up = read_script(path, diagnostics);
  if (!up) return up.error();
  revision.content.header = header_at(up->text);
  revision.content.up = section_of_script(*up);
  take(revision, std::move(*up), texts);
  if (const auto undo = undos.find(name.version); undo != undos.end() && name.prefix == 'V') {
    auto down = read_script(undo->second, diagnostics);
    if (!down) return down.error();
    revision.content.down = section_of_script(*down);
    revision.content.has_down = true;
    take(revision, std::move(*down), texts);
  }
  revision.checksum = checksum_of(texts);
  return revision;
}

Result<Directory> read(const Listing& listing, Diagnostics& diagnostics) {
  Directory directory{.path = listing.path, .format = &flyway, .revisions = {}, .others = {}, .width = 1};
  const std::vector<std::string> files = files_below(listing);
  Undos undos;
  std::vector<std::pair<Name, std::string>> scripts;
  for (const std::string& path : files) {
    const std::string file = std::filesystem::path(path).filename().string();
    const auto name = parts_of_name(file);
    if (name && file.ends_with(".sql")) {
      if (name->prefix == 'U')
        undos[name->version] = path;
      else
        scripts.emplace_back(*name, path);
    } else if (name && (file.ends_with(".java") || file.ends_with(".class"))) {
      diagnostics.push_back(about(Severity::error, path, 0, "not-read", "trueup reads no migrations in Java",
                                  "write its statements as SQL"));
    } else if (file.ends_with(".sql")) {
      leave_out(directory, std::filesystem::path(path).lexically_relative(listing.path).string(), "no-number",
                "its name is none that Flyway runs", "name it like V1__description.sql", diagnostics);
    }
  }
  for (const auto& [name, path] : scripts) {
    auto revision = read_revision(name, path, undos, diagnostics);
    if (!revision) return revision.error();
    directory.revisions.push_back(std::move(*revision));
  }
  sort_revisions(directory, diagnostics);
  return directory;
}

/// The way back as comments, for who has no undo.
std::string as_comments(std::string_view sql) {
  std::string text;
  std::istringstream lines{std::string(sql)};
  for (std::string line; std::getline(lines, line);) text += line.empty() ? "--\n" : "--   " + line + "\n";
  return text;
}

/// FILE.conf, where the tool must be told.
void add_settings(std::vector<NewFile>& files, const NewFile& script, bool transactional) {
  std::string text;
  if (!transactional) text += "executeInTransaction=false\n";
  if (script.text.find("${") != std::string::npos) text += "placeholderReplacement=false\n";
  if (!text.empty()) files.push_back({.name = script.name + ".conf", .text = text});
}

/// What leads up in a step, below the note that it may need.
std::string up_text(const Step& step) {
  if (!step.up) return "";
  return std::string(step.up->transactional ? "" : lock_note) + step.up->sql;
}

/// "V3__add_notes.sql" and what belongs to it.
void add_step(std::vector<NewFile>& files, const std::string& name, const std::string& header, const Step& step) {
  const std::string undo_name = "U" + name;
  NewFile up{.name = "V" + name, .text = header + up_text(step)};
  if (step.down) up.text += fmt::format("\n{}{}):\n{}", way_back, undo_name, as_comments(step.down->sql));
  add_settings(files, files.emplace_back(up), !step.up || step.up->transactional);
  if (!step.down) return;
  const NewFile undo{.name = undo_name, .text = step.down->sql};
  add_settings(files, files.emplace_back(undo), step.down->transactional);
}

/// The number of the next file. Flyway's own versions may have dots: the next whole number is later than all of them.
long long next_number(const Directory& directory) {
  long long last = 0;
  for (const Revision& revision : directory.revisions)
    if (revision.role != Role::repeatable)
      last = std::max(last, std::stoll("0" + std::string(leading_digits(revision.version))));
  return last + 1;
}

Result<std::vector<NewFile>> write(const Directory& directory, const Draft& draft) {
  std::vector<NewFile> files;
  const long long first = next_number(directory);
  const std::vector<Step> steps = steps_of(draft.content, false);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::string name = fmt::format("{}__{}.sql", first + static_cast<long long>(i),
                                         step_name(safe_name(draft.description), i, steps.size()));
    const std::string header =
        step_header(draft.content.header, i, steps.size(), up_text(steps[i]), steps[i].down ? steps[i].down->sql : "");
    add_step(files, name, header, steps[i]);
  }
  return files;
}

std::string with_version(const std::string& name, const std::string& version) {
  return name.substr(0, 1) + version + name.substr(name.find("__"));
}

}  // namespace

const Format flyway = {
    .name = "flyway", .recognises = recognises, .read = read, .write = write, .with_version = with_version};

}  // namespace trueup::migrations
