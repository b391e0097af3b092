#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/plan_files.h"
#include "cli/planning.h"
#include "cli/preview.h"
#include "render/sql.h"

namespace trueup::cli {

static std::string rendered(const Arguments& arguments, const Console& console, const Planned& planned) {
  switch (arguments.format) {
    case Format::sql:
      return render::sql(arguments.down ? planned.down : planned.up);
    case Format::json:
      return render::json(preview_of(planned));
    case Format::text:
    case Format::sarif:
      break;
  }
  return render::text(preview_of(planned), arguments.down, console.style());
}

static ExitCode verdict(const Arguments& arguments, const Planned& planned) {
  if (arguments.gate && !planned.risks.refused.empty()) return ExitCode::refused;
  if (arguments.exit_code && !planned.up.empty()) return ExitCode::differences;
  return ExitCode::done;
}

ExitCode plan(const Arguments& arguments, const Console& console) {
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto from = live_source(*session, arguments.from);
  if (!from) return console.fail(from.error());
  const auto to = desired_source(*session, arguments.to);
  if (!to) return console.fail(to.error());
  const auto planned = plan_between(*session, *from, *to);
  if (!planned) return console.fail(planned.error());
  console.result(rendered(arguments, console, *planned));
  if (auto held = refuse_failed_proof(planned->proof); !held) return console.fail(held.error());
  if (!arguments.out.empty()) {
    if (auto written = write_plan_file(*planned, arguments.out); !written) return console.fail(written.error());
    console.say(fmt::format("written to {}: `trueup apply {}` runs just that", arguments.out, arguments.out));
  }
  return verdict(arguments, *planned);
}

}  // namespace trueup::cli
