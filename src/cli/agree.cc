#include "verify/agree.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/printable.h"
#include "cli/commands.h"
#include "cli/session.h"

namespace trueup::cli {

namespace {

std::string shown(const std::string& value) { return value.empty() ? "(nothing)" : printable(value); }

/// What trueup left out while reading, and what was not run on the server: each statement once.
Diagnostics all_left_out(const Catalog& read, const verify::Agreement& agreement) {
  Diagnostics all = read.diagnostics;
  const auto known = [&](const Diagnostic& d) {
    return std::any_of(read.diagnostics.begin(), read.diagnostics.end(), [&](const Diagnostic& other) {
      return other.where.file == d.where.file && other.where.line == d.where.line;
    });
  };
  for (const Diagnostic& d : agreement.left_out)
    if (!known(d)) all.push_back(d);
  return all;
}

std::string report(const verify::Agreement& agreement, const Diagnostics& left_out, const render::Style& style) {
  std::string text;
  for (const verify::Disagreement& d : agreement.differences) {
    text += fmt::format("  {}{}\n", printable(to_string(d.id)), d.field.empty() ? "" : "  " + d.field);
    text += fmt::format("      as read:   {}\n      as loaded: {}\n", style.red(shown(d.parsed)),
                        style.green(shown(d.loaded)));
  }
  for (const Diagnostic& d : agreement.failed) text += "  refused by the server: " + to_string(d) + "\n";
  for (const Diagnostic& d : left_out) text += "  left out: " + to_string(d) + "\n";
  return text;
}

std::string headline(const verify::Agreement& agreement, std::size_t left_out, const std::string& name) {
  std::string text = agreement.ok()
                         ? fmt::format("agreed: trueup reads {} as PostgreSQL {} does", name, agreement.server)
                         : fmt::format("not agreed: {} difference(s), {} statement(s) refused by PostgreSQL {}",
                                       agreement.differences.size(), agreement.failed.size(), agreement.server);
  if (agreement.undecided != 0) text += fmt::format("; {} field(s) left to the server to decide", agreement.undecided);
  if (left_out != 0) text += fmt::format("; {} statement(s) left out", left_out);
  return text + "\n";
}

}  // namespace

ExitCode agree(const Arguments& arguments, const Console& console) {
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto source = desired_source(*session, arguments.source);
  if (!source) return console.fail(source.error());
  if (source->form == source::Form::database || source->form == source::Form::migrations)
    return console.fail({.message = fmt::format("agree is about SQL files, and {} is none", source->display),
                         .hint = "give it a SQL file or a directory of them",
                         .code = ExitCode::usage});
  const auto loaded = source::load(*source, {.target = nullptr,
                                             .strict = arguments.strict,
                                             .run_code = !arguments.no_code && session->config.run_code,
                                             .throwaway = &session->throwaway});
  if (!loaded) return console.fail(loaded.error());
  if (has_errors(loaded->catalog.diagnostics)) {
    console.show(loaded->catalog.diagnostics);
    return ExitCode::error;
  }
  auto server = session->throwaway.get();
  if (!server) return console.fail(server.error());
  const auto agreement = verify::agree(loaded->catalog, loaded->scripts, **server);
  if (!agreement) return console.fail(agreement.error());
  const Diagnostics left_out = all_left_out(loaded->catalog, *agreement);
  console.result(headline(*agreement, left_out.size(), source->display) +
                 report(*agreement, left_out, console.style()));
  return agreement->ok() ? ExitCode::done : ExitCode::differences;
}

}  // namespace trueup::cli
