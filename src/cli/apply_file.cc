#include <fmt/format.h>

#include "cli/plan_files.h"
#include "cli/run_plan.h"

namespace trueup::cli {

namespace {

/// Compares the database with what the plan was made from.
Result<void> check_unmoved(db::Connection& connection, const render::PlanFile& plan, const std::string& file) {
  const std::string hint = "plan again from what is there now: `trueup plan --out FILE`";
  const int planned_for = plan.server_version / 10000;
  if (const int major = connection.server_version() / 10000; planned_for != 0 && planned_for != major)
    return Error{.message = fmt::format("{} was made for PostgreSQL {}, and the database is of version {}; nothing was "
                                        "changed",
                                        file, planned_for, major),
                 .hint = hint,
                 .code = ExitCode::conflict};
  const auto now = fingerprint_now(connection, plan.filter);
  if (!now) return now.error();
  if (*now == plan.from_fingerprint) return {};
  return Error{.message = fmt::format("the database is not as it was when {} was made; nothing was changed", file),
               .hint = hint,
               .code = ExitCode::conflict};
}

Result<void> run(Session& session, const render::PlanFile& plan, const source::Source& database) {
  const Arguments& arguments = session.arguments;
  auto looking = db::Connection::open(database.place, db::Access::read_only);
  if (!looking) return looking.error();
  if (auto same = check_unmoved(*looking, plan, arguments.plan_file); !same) return same;
  if (auto allowed = refuse_risks(session, refused_of(session, plan.up, plan.up_hazards, nullptr)); !allowed)
    return allowed;
  const std::string question = fmt::format("Apply {} statements to {}?", plan.up.size(), database.display);
  if (auto confirmed = ask_to_run(arguments, session.console, question); !confirmed) return confirmed;
  auto running = Running::open(database.place, session.console);
  if (!running) return running.error();
  // Somebody may have taken their time to confirm, or another run may have held the lock.
  if (auto same = check_unmoved((*running)->connection(), plan, arguments.plan_file); !same) return same;
  return run_plan(session, **running, plan.up);
}

}  // namespace

ExitCode apply_file(Session& session, const source::Source& database) {
  const Arguments& arguments = session.arguments;
  const Console& console = session.console;
  const auto opened = open_plan_file(arguments.plan_file);
  if (!opened) return console.fail(opened.error());
  render::PlanFile plan = opened->plan;
  if (plan.masked)
    return console.fail({.message = fmt::format("{} leaves out a secret that its statements need", arguments.plan_file),
                         .hint = "run `trueup apply` without a file: it plans and applies in one go"});
  plan.refused.clear();  // what is allowed is said anew
  console.result(render::text(plan.preview(), false, console.style()));
  if (plan.up.empty()) return ExitCode::done;
  if (auto ran = run(session, plan, database); !ran) return console.fail(ran.error());
  console.say(
      fmt::format("applied {} statement{} to {}", plan.up.size(), plan.up.size() == 1 ? "" : "s", database.display));
  return ExitCode::done;
}

}  // namespace trueup::cli
