#include "cli/console.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>

namespace trueup::cli {

static bool wants_colour(Colour colour, int fd) {
  if (colour != Colour::automatic) return colour == Colour::always;
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return isatty(fd) && !(no_colour && *no_colour) && !(terminal && std::string_view(terminal) == "dumb");
}

Console::Console(Colour colour)
    : out_{wants_colour(colour, STDOUT_FILENO)}, err_{wants_colour(colour, STDERR_FILENO)} {}

void Console::result(std::string_view text) const {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

void Console::say(std::string_view line) const { fmt::print(stderr, "{}\n", line); }

void Console::show(const Diagnostics& diagnostics) const {
  for (const Diagnostic& diagnostic : diagnostics) {
    const std::string text = to_string(diagnostic);
    switch (diagnostic.severity) {
      case Severity::note:
        say(err_.dim(text));
        break;
      case Severity::warning:
        say(err_.yellow(text));
        break;
      case Severity::error:
        say(err_.red(text));
        break;
    }
  }
}

ExitCode Console::fail(const Error& error) const {
  say(err_.red("trueup: " + error.message));
  if (!error.hint.empty()) say("  hint: " + error.hint);
  return error.code;
}

bool Console::can_ask() { return isatty(STDIN_FILENO) && isatty(STDERR_FILENO); }

bool Console::confirm(std::string_view question) const {
  fmt::print(stderr, "{} [y/N] ", question);
  std::string answer;
  std::getline(std::cin, answer);
  return answer == "y" || answer == "Y" || answer == "yes";
}

}  // namespace trueup::cli
