#include <fmt/format.h>

#include <algorithm>

#include "migrations/directory.h"
#include "migrations/files.h"
#include "migrations/formats.h"
#include "migrations/formats/marked.h"
#include "migrations/lexer.h"
#include "migrations/steps.h"

namespace trueup::migrations {

namespace {

// goose: NNNNN_description.sql with `-- +goose Up` and `-- +goose Down`. A file is one transaction, or `-- +goose NO
// TRANSACTION` says for both ways that none is. The tool cuts statements at lines that end with a semicolon, unless
// `-- +goose StatementBegin` and `… StatementEnd` hold them together.

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = char(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::optional<Mark> read_mark(std::string_view comment) {
  const std::string text = lowered(comment);
  if (!text.starts_with("+goose")) return std::nullopt;
  const auto word = text.find_first_not_of(' ', 6);
  const std::string what = word == std::string::npos ? "" : text.substr(word);
  if (what == "up") return Mark{.what = Mark::What::up};
  if (what == "down") return Mark{.what = Mark::What::down};
  if (what == "no transaction") return Mark{.what = Mark::What::no_transaction};
  return Mark{};
}

bool recognises(const Listing& listing) { return has_marks(listing, read_mark); }

/// What trueup cannot do as goose does: migrations in Go, and variables of the environment in SQL.
void name_unreadable(const Listing& listing, const Directory& directory, Diagnostics& diagnostics) {
  for (const std::string& name : listing.files) {
    const std::string_view digits = leading_digits(name);
    if (!digits.empty() && name.ends_with(".go") && !name.ends_with("_test.go"))
      diagnostics.push_back(about(Severity::error, below(listing.path, name), 0, "not-read",
                                  "trueup reads no migrations in Go", "write its statements as SQL"));
  }
  for (const Revision& revision : directory.revisions)
    for (const Section* section : {&revision.content.up, &revision.content.down})
      for (const CommentLine& line : comment_lines(section->text))
        if (lowered(line.text).starts_with("+goose envsub on"))
          diagnostics.push_back(about(Severity::warning, revision.path(), 0, "placeholder",
                                      "goose replaces ${…} here (ENVSUB ON), trueup reads it as it stands",
                                      "write what it stands for"));
}

Result<Directory> read(const Listing& listing, Diagnostics& diagnostics) {
  auto directory =
      read_marked(listing, {.path = listing.path, .format = &goose, .revisions = {}, .others = {}, .width = 5},
                  read_mark, "-- +goose Up", diagnostics);
  if (directory) name_unreadable(listing, *directory, diagnostics);
  return directory;
}

/// The statements as goose's parser takes them.
Result<std::string> body(const std::optional<Part>& part) {
  if (!part) return std::string();
  if (const auto refused = refuse_marks(part->sql, "goose", "+goose"); !refused) return refused.error();
  std::string text;
  for (const std::string_view statement : statements(part->sql)) {
    const auto [comments, sql] = without_leading_comments(statement);
    const bool simple = sql.find(';') == std::string_view::npos && sql.find("--") == std::string_view::npos;
    text += comments;
    text += simple ? fmt::format("{};\n", sql)
                   : fmt::format("-- +goose StatementBegin\n{};\n-- +goose StatementEnd\n", sql);
  }
  return text;
}

Result<std::vector<NewFile>> write(const Directory& directory, const Draft& draft) {
  std::vector<NewFile> files;
  const std::vector<Step> steps = steps_of(draft.content, true);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto up = body(steps[i].up), down = body(steps[i].down);
    if (!up) return up.error();
    if (!down) return down.error();
    const bool outside = !(steps[i].up ? steps[i].up : steps[i].down).value_or(Part{}).transactional;
    files.push_back({.name = fmt::format("{}_{}.sql", next_version(directory, int(i) + 1),
                                         step_name(safe_name(draft.description), i, steps.size())),
                     .text = fmt::format("{}{}-- +goose Up\n{}\n-- +goose Down\n{}",
                                         step_header(draft.content.header, i, steps.size(), *up, *down),
                                         outside ? "-- +goose NO TRANSACTION\n" : "", *up, *down)});
  }
  return files;
}

}  // namespace

const Format goose = {
    .name = "goose", .recognises = recognises, .read = read, .write = write, .with_version = with_digits};

}  // namespace trueup::migrations
