#include "apply/failure.h"

#include <fmt/format.h>

#include "apply/interrupt.h"
#include "apply/tokens.h"

namespace trueup::apply {

Cause cause_of(const db::Connection& connection) {
  const std::string& state = connection.sqlstate();
  return {
      .lost = connection.lost(), .locked = state == "55P03" || state == "40P01" || state == "40001", .sqlstate = state};
}

std::string without_secrets(const std::string& message, const Statement& statement) {
  if (statement.sql == statement.shown) return message;
  std::string text = message.substr(0, message.find("\nLINE "));
  for (const Token& token : tokens(statement.sql)) {
    if (token.form != Token::Form::string || token.text.size() < 3) continue;
    const std::string inside = token.text.substr(1, token.text.size() - 2);
    for (auto at = text.find(inside); at != std::string::npos; at = text.find(inside, at + 3))
      text.replace(at, inside.size(), "***");
  }
  return text;
}

static std::string state_text(const Progress& progress) {
  std::string state = progress.kept == 0
                          ? "nothing was changed"
                          : fmt::format("{} of {} statements are applied", progress.kept, progress.total);
  if (progress.open)
    state = fmt::format("{} of {} statements are applied, and how this one ended is to be looked at", progress.kept,
                        progress.total);
  if (progress.rolled_back != 0)
    state += fmt::format("; {} of this segment {} rolled back", progress.rolled_back,
                         progress.rolled_back == 1 ? "was" : "were");
  return state;
}

Error failure(const Cause& cause, const Statement& statement, const Error& why, const Progress& progress) {
  const auto& [lost, locked, sqlstate] = cause;
  std::string message = without_secrets(why.message, statement);
  if (InterruptGuard::interrupted()) message = "interrupted";
  std::string hint = locked || lost ? "" : why.hint;
  const auto add = [&](const std::string& line) { hint += (hint.empty() ? "" : "\n        ") + line; };
  if (locked)
    add("another session holds the lock: try again later, wait longer with --lock-timeout, or try more often "
        "with --lock-attempts");
  if (lost)
    add("what was in a transaction is undone or done as a whole, and the journal knows which: --resume goes on");
  else if (progress.kept != 0 || progress.open)
    add("--resume goes on from there");
  return {.message = fmt::format(
              "{}\n  at: {}\n  {}", message, line_of(statement),
              lost ? fmt::format("{} of {} statements are known to be applied", progress.kept, progress.total)
                   : state_text(progress)),
          .hint = std::move(hint),
          .code = lost || locked || why.code == ExitCode::conflict ? ExitCode::conflict : ExitCode::error};
}

}  // namespace trueup::apply
