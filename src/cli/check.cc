#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/planning.h"
#include "render/differences.h"

namespace trueup::cli {

static std::string headline(const Compared& ends) {
  const std::size_t count = ends.difference.deltas.size();
  return fmt::format("{} and {} differ in {} object{}:\n\n", ends.from.source.display, ends.to.source.display, count,
                     count == 1 ? "" : "s");
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
                                      .difference = ends->difference};
  const bool in_sync = ends->difference.deltas.empty();
  if (arguments.format == Format::json) {
    console.result(render::differences_json(comparison));
  } else if (in_sync && !ends->difference.undecided.empty()) {
    console.say(fmt::format("no difference found between {} and {}; {} undecided, see above", from->display,
                            to->display, ends->difference.undecided.size()));
  } else if (in_sync) {
    console.say(fmt::format("in sync: {} is what {} says", from->display, to->display));
  } else {
    console.result(headline(*ends) + render::differences(comparison, console.style()));
  }
  return in_sync ? ExitCode::done : ExitCode::differences;
}

}  // namespace trueup::cli
