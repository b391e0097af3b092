#include "source/freshness.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <ctime>

namespace trueup::source {

std::string freshness_of(const Source& source, const std::vector<parse::Script>& scripts) {
  if (source.form == Form::git) return "revision " + source.revision;
  if (source.form == Form::standard_input) return "read just now";
  std::time_t newest = 0;
  for (const parse::Script& script : scripts) {
    struct stat status {};
    if (stat(script.name.c_str(), &status) == 0) newest = std::max(newest, status.st_mtime);
  }
  return newest == 0 ? "" : fmt::format("last edited {:%Y-%m-%d %H:%M} UTC", fmt::gmtime(newest));
}

}  // namespace trueup::source
