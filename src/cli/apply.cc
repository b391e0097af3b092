#include <fmt/format.h>

#include "canonical/canonicalise.h"
#include "cli/commands.h"
#include "cli/plan_files.h"
#include "cli/planning.h"
#include "cli/preview.h"
#include "cli/run_plan.h"
#include "diff/fingerprint.h"
#include "introspect/read.h"

namespace trueup::cli {

namespace {

/// Reads the database again and compares it with what the plan was made from.
Result<void> check_unmoved(db::Connection& connection, const Session& session, const std::string& fingerprint) {
  auto catalog = introspect::read(connection);
  if (!catalog) return catalog.error();
  canonical::canonicalise(*catalog);
  if (diff::fingerprint(*catalog, session.filter) == fingerprint) return {};
  return Error{.message = "the database has moved since the plan was made; nothing was changed",
               .hint = "run it again to plan from what is there now",
               .code = ExitCode::conflict};
}

Result<void> ask(const Arguments& arguments, const Console& console, const Planned& planned) {
  if (arguments.yes) return {};
  const std::string& name = planned.ends.from.source.display;
  if (!Console::can_ask())
    return Error{.message = fmt::format("not asked, not applied: this is no terminal to confirm on"),
                 .hint = "read the plan, then add --yes",
                 .code = ExitCode::refused};
  if (console.confirm(fmt::format("Apply {} statements to {}?", planned.up.size(), name))) return {};
  return Error{.message = "not confirmed; nothing was changed", .hint = {}, .code = ExitCode::refused};
}

Result<void> run(const Session& session, const Planned& planned) {
  auto connection = db::Connection::open(planned.ends.from.source.place);
  if (!connection) return connection.error();
  if (auto locked = take_lock(*connection, session.console); !locked) return locked;
  if (auto same = check_unmoved(*connection, session, planned.ends.from_fingerprint); !same) return same;
  return run_plan(*connection, planned.up, session.arguments.lock_timeout, session.console);
}

}  // namespace

ExitCode apply(const Arguments& arguments, const Console& console) {
  if (!arguments.plan_file.empty()) return apply_file(arguments, console);
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto from = live_source(*session, arguments.from);
  if (!from) return console.fail(from.error());
  if (from->form != source::Form::database)
    return console.fail({.message = fmt::format("apply runs on a database, and {} is none", from->display),
                         .hint = "give --from postgres://…",
                         .code = ExitCode::usage});
  const auto to = desired_source(*session, arguments.to);
  if (!to) return console.fail(to.error());
  const auto planned = plan_between(*session, *from, *to);
  if (!planned) return console.fail(planned.error());
  console.result(preview_text(*planned, console.style()));
  if (planned->up.empty()) return ExitCode::done;
  if (auto held = refuse_failed_proof(planned->proof); !held) return console.fail(held.error());
  if (auto allowed = refuse_risks(*session, planned->risks.refused); !allowed) return console.fail(allowed.error());
  if (auto confirmed = ask(arguments, console, *planned); !confirmed) return console.fail(confirmed.error());
  if (auto ran = run(*session, *planned); !ran) return console.fail(ran.error());
  console.say(fmt::format("applied {} statement{} to {}", planned->up.size(), planned->up.size() == 1 ? "" : "s",
                          from->display));
  return ExitCode::done;
}

}  // namespace trueup::cli
