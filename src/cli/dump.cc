#include "render/dump.h"

#include <fmt/format.h>

#include <filesystem>

#include "cli/commands.h"
#include "cli/session.h"
#include "migrations/directory.h"
#include "source/snapshot.h"

namespace trueup::cli {

/// Whether anything but hidden files (.gitkeep) is in `folder`.
static bool holds_files(const std::string& folder) {
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (!entry->path().filename().string().starts_with('.')) return true;
  return false;
}

/// Writes the files of a split dump below `folder`, which must not hold anything yet.
static Result<std::size_t> write_split(const Catalog& catalog, const std::string& folder) {
  if (holds_files(folder))
    return Error{.message = fmt::format("{} is not empty; nothing was written", folder),
                 .hint = "dump into a new directory and compare: files there are never overwritten"};
  const auto files = render::dump_split(catalog);
  if (!files) return files.error();
  for (const auto& [path, text] : *files)
    if (auto written = migrations::write_new_file((std::filesystem::path(folder) / path).string(), text); !written)
      return written.error();
  return files->size();
}

ExitCode dump(const Arguments& arguments, const Console& console) {
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto source = live_source(*session, arguments.source);
  if (!source) return console.fail(source.error());
  auto loaded = load_shown(*session, *source, nullptr);
  if (!loaded) return console.fail(loaded.error());
  // A snapshot is compared later, with files that may state them.
  if (loaded->introspected() && !arguments.snapshot) leave_out_history(*session, loaded->catalog, Catalog{});
  diff::remove_unkept(loaded->catalog, session->filter);

  if (!arguments.split.empty()) {
    const auto written = write_split(loaded->catalog, arguments.split);
    if (!written) return console.fail(written.error());
    console.say(fmt::format("wrote {} files below {}", *written, arguments.split));
    return ExitCode::done;
  }
  const auto sql = render::dump(loaded->catalog);
  if (!sql) return console.fail(sql.error());
  console.result(arguments.snapshot ? source::write_snapshot(loaded->catalog, *sql) : *sql);
  return ExitCode::done;
}

}  // namespace trueup::cli
