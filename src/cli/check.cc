#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/planning.h"
#include "render/differences.h"

namespace trueup::cli {

/// What is undecided may differ: it is no drift found, but no agreement either.
static std::string headline(const Compared& ends) {
  const std::size_t count = ends.difference.deltas.size() + ends.renamed.renaming.renames().size();
  const std::string names = fmt::format("{} and {}", ends.from.source.display, ends.to.source.display);
  if (count == 0)
    return fmt::format("{} may differ; without a server it cannot be decided in {} field{}:\n\n", names,
                       ends.difference.undecided.size(), ends.difference.undecided.size() == 1 ? "" : "s");
  return fmt::format("{} differ in {} object{}:\n\n", names, count, count == 1 ? "" : "s");
}

ExitCode check(const Arguments& arguments, const Console& console) {
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto from = live_source(*session, arguments.from);
  if (!from) return console.fail(from.error());
  const auto to = desired_source(*session, arguments.to);
  if (!to) return console.fail(to.error());
  const auto ends = compare_ends(*session, *from, *to);
  if (!ends) return console.fail(ends.error());

  const render::Comparison comparison{.from = ends->from.catalog,
                                      .to = ends->to.catalog,
                                      .from_name = ends->from.source.display,
                                      .to_name = ends->to.source.display,
                                      .difference = ends->difference,
                                      .renaming = ends->renamed.renaming};
  const bool in_sync = ends->same();
  if (arguments.format == Format::json) {
    console.result(render::differences_json(comparison));
  } else if (in_sync) {
    console.say(fmt::format("in sync: {} is what {} says", from->display, to->display));
  } else {
    console.result(headline(*ends) + render::differences(comparison, console.style()));
  }
  return in_sync ? ExitCode::done : ExitCode::differences;
}

}  // namespace trueup::cli
