#include <fmt/format.h>

#include "migrations/directory.h"
#include "migrations/files.h"
#include "migrations/formats.h"
#include "migrations/formats/marked.h"
#include "migrations/steps.h"

namespace trueup::migrations {

namespace {

// dbmate: NNN_description.sql with `-- migrate:up` and `-- migrate:down`, each one transaction unless
// `transaction:false` follows. The tool sends a section whole, so that what cannot run in a transaction stands alone in
// it.

std::optional<Mark> read_mark(std::string_view comment) {
  for (const auto& [word, what] :
       {std::pair<std::string_view, Mark::What>{"migrate:up", Mark::What::up}, {"migrate:down", Mark::What::down}}) {
    if (!comment.starts_with(word)) continue;
    const std::string_view options = comment.substr(word.size());
    if (!options.empty() && options.front() != ' ' && options.front() != '\t') continue;
    return Mark{.what = what, .transactional = options.find("transaction:false") == std::string_view::npos};
  }
  return std::nullopt;
}

bool recognises(const Listing& listing) { return has_marks(listing, read_mark); }

Result<Directory> read(const Listing& listing, Diagnostics& diagnostics) {
  return read_marked(listing, {.path = listing.path, .format = &dbmate, .revisions = {}, .others = {}, .width = 5},
                     read_mark, "-- migrate:up", diagnostics);
}

std::string body(const std::optional<Part>& part) { return part ? part->sql : ""; }

std::string_view options(const std::optional<Part>& part) {
  return !part || part->transactional ? "" : " transaction:false";
}

Result<std::vector<NewFile>> write(const Directory& directory, const Draft& draft) {
  std::vector<NewFile> files;
  const std::vector<Step> steps = steps_of(draft.content, false);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::string up = body(steps[i].up), down = body(steps[i].down);
    for (const std::string& sql : {up, down})
      if (const auto refused = refuse_marks(sql, "dbmate", "migrate:"); !refused) return refused.error();
    files.push_back({.name = fmt::format("{}_{}.sql", next_version(directory, int(i) + 1),
                                         step_name(safe_name(draft.description), i, steps.size())),
                     .text = fmt::format("{}-- migrate:up{}\n{}\n-- migrate:down{}\n{}",
                                         step_header(draft.content.header, i, steps.size(), up, down),
                                         options(steps[i].up), up, options(steps[i].down), down)});
  }
  return files;
}

}  // namespace

const Format dbmate = {
    .name = "dbmate", .recognises = recognises, .read = read, .write = write, .with_version = with_digits};

}  // namespace trueup::migrations
