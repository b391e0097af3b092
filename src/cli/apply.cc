#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/plan_files.h"
#include "cli/planning.h"
#include "cli/preview.h"
#include "cli/run_plan.h"

namespace trueup::cli {

namespace {

/// Reads the database again and compares it with what the plan was made from.
Result<void> check_unmoved(db::Connection& connection, const Session& session, const std::string& fingerprint) {
  const auto now = fingerprint_now(connection, session.filter);
  if (!now) return now.error();
  if (*now == fingerprint) return {};
  return Error{.message = "the database has moved since the plan was made; nothing was changed",
               .hint = "run it again to plan from what is there now",
               .code = ExitCode::conflict};
}

Result<void> run(const Session& session, const Planned& planned) {
  auto running = Running::open(planned.ends.from.source.place, session.console);
  if (!running) return running.error();
  if (auto same = check_unmoved((*running)->connection(), session, planned.ends.from_fingerprint); !same) return same;
  return run_plan(session, **running, planned.up);
}

ExitCode plan_and_run(Session& session, const source::Source& from) {
  const Arguments& arguments = session.arguments;
  const Console& console = session.console;
  const auto to = desired_source(session, arguments.to);
  if (!to) return console.fail(to.error());
  const auto planned = plan_between(session, from, *to);
  if (!planned) return console.fail(planned.error());
  console.result(preview_text(*planned, console.style()));
  if (planned->up.empty()) return ExitCode::done;
  if (auto held = refuse_failed_proof(planned->proof); !held) return console.fail(held.error());
  if (auto allowed = refuse_risks(session, planned->risks.refused); !allowed) return console.fail(allowed.error());
  const std::string question = fmt::format("Apply {} statements to {}?", planned->up.size(), from.display);
  if (auto confirmed = ask_to_run(arguments, console, question); !confirmed) return console.fail(confirmed.error());
  if (auto ran = run(session, *planned); !ran) return console.fail(ran.error());
  console.say(fmt::format("applied {} statement{} to {}", planned->up.size(), planned->up.size() == 1 ? "" : "s",
                          from.display));
  return ExitCode::done;
}

}  // namespace

ExitCode apply(const Arguments& arguments, const Console& console) {
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto from = database_to_run_on(*session, "apply");
  if (!from) return console.fail(from.error());
  if (arguments.resume) {
    const auto finished = finish_earlier_plan(*session, *from);
    if (!finished) return console.fail(finished.error());
    if (*finished) return ExitCode::done;
  }
  return arguments.plan_file.empty() ? plan_and_run(*session, *from) : apply_file(*session, *from);
}

}  // namespace trueup::cli
