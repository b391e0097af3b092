#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

#include "config/config.h"

namespace trueup::config {

/// The first line that `command` prints, run by /bin/sh.
static Result<std::string> first_line_of(const std::string& command, const std::string& environment) {
  const auto failed = [&](const std::string& how) {
    return Error{.message = fmt::format("url_command of environment {} {}", environment, how),
                 .hint = "run the command by hand and see what it prints"};
  };
  FILE* pipe = popen(command.c_str(), "r");
  if (!pipe) return failed("could not be started");
  std::string text;
  char buffer[4096];
  while (const std::size_t n = fread(buffer, 1, sizeof buffer, pipe)) text.append(buffer, n);
  if (pclose(pipe) != 0) return failed("did not end with exit code 0");
  text.erase(std::min(text.find_first_of("\r\n"), text.size()));
  if (text.empty()) return failed("printed nothing");
  return text;
}

Result<std::string> url_of(const Config& config, const std::string& wanted) {
  const std::string& name = wanted.empty() ? config.default_environment : wanted;
  const auto found = config.environments.find(name);
  if (found == config.environments.end()) {
    std::string known;
    for (const auto& [other, environment] : config.environments) known += (known.empty() ? "" : ", ") + other;
    return Error{.message = fmt::format("no environment named {}", name),
                 .hint = known.empty()
                             ? "add [environments." + name + "] with url_env = \"DATABASE_URL\" to trueup.toml"
                             : "known: " + known,
                 .code = ExitCode::usage};
  }
  const Environment& environment = found->second;
  if (!environment.url.empty()) return environment.url;
  if (!environment.url_command.empty()) return first_line_of(environment.url_command, name);
  const char* value = std::getenv(environment.url_env.c_str());
  if (value && *value) return std::string(value);
  return Error{
      .message = fmt::format("environment {} takes its URL from {}, which is not set", name, environment.url_env),
      .hint = fmt::format("export {}=postgres://…", environment.url_env)};
}

}  // namespace trueup::config
