#include <fmt/format.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/migrations.h"
#include "cli/planning.h"
#include "render/differences.h"
#include "source/prove_directory.h"

namespace trueup::cli {

namespace {

std::string report(const source::DirectoryProof& proof, const render::Style& style) {
  std::string text;
  for (const source::RevisionProof& each : proof.tried) {
    text += fmt::format("{}  {}\n", each.failures.empty() ? style.green("ok    ") : style.red("FAILED"),
                        each.revision->path());
    for (const std::string& failure : each.failures) text += "          " + failure + "\n";
    for (const std::string& note : each.notes) text += style.dim("          note: " + note) + "\n";
  }
  return text;
}

std::string counted(std::size_t count) { return fmt::format("{} migration{}", count, count == 1 ? "" : "s"); }

/// On a terminal: which file is being tried, over and over in one line.
void show_progress(std::size_t done, std::size_t of, const std::string& name) {
  fmt::print(stderr, "\r\033[K{}/{}  {}", done, of, name);
  if (done == of) fmt::print(stderr, "\r\033[K");
}

/// Whether the directory leads to the desired state; what differs is printed.
Result<bool> compare_end(Session& session, const std::string& folder) {
  const auto from = source::recognise("migrations:" + folder);
  if (!from) return from.error();
  const auto to = desired_source(session, session.arguments.to);
  if (!to) return to.error();
  const auto ends = compare_ends(session, *from, *to);
  if (!ends) return ends.error();
  if (ends->same()) {
    session.console.say(fmt::format("they lead to what {} says", to->display));
    return true;
  }
  const std::string headline =
      ends->difference.deltas.empty() && ends->renamed.renaming.empty()
          ? fmt::format("whether {} leads to what {} says could not be decided:\n\n", folder, to->display)
          : fmt::format("{} leads elsewhere than {} says:\n\n", folder, to->display);
  session.console.result(headline + render::differences({.from = ends->from.catalog,
                                                         .to = ends->to.catalog,
                                                         .from_name = ends->from.source.display,
                                                         .to_name = ends->to.source.display,
                                                         .difference = ends->difference,
                                                         .renaming = ends->renamed.renaming},
                                                        session.console.style()));
  session.console.say("  hint: `trueup generate` writes the migration that leads on to it");
  return false;
}

}  // namespace

ExitCode prove(const Arguments& arguments, const Console& console) {
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto directory = read_migrations(*session);
  if (!directory) return console.fail(directory.error());
  const auto revisions = migrations::from_nothing(*directory);
  source::DirectoryProofOptions options{.rows = !arguments.no_rows, .progress = {}};
  if (isatty(STDERR_FILENO) != 0) options.progress = show_progress;
  const auto proof = source::prove_directory(revisions, session->throwaway, options);
  if (!proof) return console.fail(proof.error());
  console.result(report(*proof, console.style()));
  if (!proof->ok()) {
    console.say(
        fmt::format("{} does not hold: correct the files named above and run `trueup prove` again", directory->path));
    return ExitCode::differences;
  }
  if (proof->shown_before != 0)
    console.say(fmt::format("{} shown before and not changed since", counted(proof->shown_before)));
  if (!proof->tried.empty())
    console.say(fmt::format("{} proven up and down on PostgreSQL {}", counted(proof->tried.size()), proof->server));
  const auto same = compare_end(*session, directory->path);
  if (!same) return console.fail(same.error());
  return *same ? ExitCode::done : ExitCode::differences;
}

}  // namespace trueup::cli
