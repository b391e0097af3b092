#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/migrations.h"
#include "cli/planning.h"
#include "cli/preview.h"
#include "migrations/format.h"
#include "render/effect.h"

namespace trueup::cli {

namespace {

/// What the header says after "Proven:".
std::string proven_line(const Proof& proof) {
  constexpr std::string_view yes = "proven ", no = "not proven: ";
  std::string line = proof.summary;
  if (line.starts_with(yes)) line.erase(0, yes.size());
  if (line.starts_with(no)) line.replace(0, no.size(), "no: ");
  for (const std::string& note : proof.notes) line += "; " + note;
  return line;
}

migrations::File file_of(const Planned& planned) {
  migrations::File file;
  file.header.from = planned.ends.from_fingerprint;
  file.header.to = planned.ends.to_fingerprint;
  for (const ddl::Destruction& d : planned.up.destructions())
    file.header.destroys.push_back(fmt::format("{} {}", d.hazard, d.what));
  file.header.locks = render::blocking_locks(planned.up);
  file.header.proven = proven_line(planned.proof);
  file.up = migrations::section_of(planned.up);
  file.down = migrations::section_of(planned.down);
  file.has_down = true;
  return file;
}

/// What the migrations lead to so far, unless --from names another beginning.
Result<source::Source> beginning(const Arguments& arguments, const std::string& folder) {
  if (!arguments.from.empty()) return source::recognise(arguments.from);
  return source::recognise("migrations:" + folder);
}

}  // namespace

ExitCode generate(const Arguments& arguments, const Console& console) {
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const std::string folder = migrations_folder(*session);
  const auto directory = read_migrations(*session);
  if (!directory) return console.fail(directory.error());
  const auto from = beginning(arguments, folder);
  if (!from) return console.fail(from.error());
  const auto to = desired_source(*session, arguments.to);
  if (!to) return console.fail(to.error());
  const auto planned = plan_between(*session, *from, *to);
  if (!planned) return console.fail(planned.error());
  if (planned->up.empty()) {
    console.say(fmt::format("nothing to do: {} leads to what {} says", from->display, to->display));
    return ExitCode::done;
  }
  console.say(preview_text(*planned, console.talk_style()));
  if (auto held = refuse_failed_proof(planned->proof); !held) return console.fail(held.error());
  if (auto allowed = refuse_risks(*session, planned->risks.refused); !allowed) return console.fail(allowed.error());
  const auto written =
      write_migration(*session, *directory, {.description = arguments.message, .content = file_of(*planned)});
  if (!written) return console.fail(written.error());
  return ExitCode::done;
}

}  // namespace trueup::cli
