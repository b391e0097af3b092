#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "config/config.h"

namespace trueup::config {

Result<Config> read(const std::string& path, Diagnostics& diagnostics) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (file) text << file.rdbuf();
  if (!file) return Error{.message = fmt::format("cannot read {}: {}", path, std::strerror(errno)), .hint = {}};
  return parse(text.str(), path, diagnostics);
}

}  // namespace trueup::config
