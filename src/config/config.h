#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "diff/filter.h"
#include "diff/manage.h"
#include "model/online.h"
#include "model/parked.h"

namespace trueup::config {

/// A database as trueup.toml names it. At most one of the three is set.
struct Environment {
  std::string url;          ///< the URL itself
  std::string url_env;      ///< the environment variable that holds it
  std::string url_command;  ///< a shell command whose first output line is it

  bool operator==(const Environment&) const = default;
};

/// What trueup.toml says; every member has the value that holds without one.
struct Config {
  std::string file;               ///< where it was read; "" = nowhere, defaults only
  std::string schema = "schema";  ///< the desired state, relative paths already joined to the file's folder
  std::string migrations = "migrations";
  std::string migrations_format;      ///< "numbered", "flyway", …; "" = by looking
  std::string seeds;                  ///< SQL files with rows for the proof; "" = none. With a file: "seeds" beside it
  std::string default_environment;    ///< "" = none
  Online online = Online::automatic;  ///< what --online says where it is not given
  Drop drop = Drop::now;              ///< what --drop says where it is not given
  std::vector<std::string> allow;     ///< hazards that are permitted always, or "all"
  std::vector<std::string> refuse;    ///< hazards that are refused rather than said, or "all"
  bool run_code = true;               ///< code in the files (DO, CALL) may run on the embedded server
  std::map<std::string, Environment> environments;
  diff::Filter filters;
  diff::Manage manage;
};

/// Reads the text of a trueup.toml. Unknown keys and wrong types are errors with file:line:column in `diagnostics`,
/// all of them in one run. See docs/cli.md, "trueup.toml".
[[nodiscard]] Config parse(std::string_view text, const std::string& file, Diagnostics& diagnostics);

/// Reads the file at `path`. Fails when it cannot be read; wrong content is reported as by parse().
[[nodiscard]] Result<Config> read(const std::string& path, Diagnostics& diagnostics);

/// The URL of environment `name` ("" = the default environment): its url, the variable url_env names, or what
/// url_command prints. Fails, saying which, when there is none. Never puts a URL into a message.
[[nodiscard]] Result<std::string> url_of(const Config& config, const std::string& name);

}  // namespace trueup::config
