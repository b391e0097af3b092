#include "source/replay.h"

#include <fmt/format.h>

namespace trueup::source {

Result<Catalog> replay(const std::string& path, Throwaway& throwaway) {
  auto server = throwaway.get();
  if (!server) return server.error();
  return Error{.message = fmt::format("replaying {} is not there yet", path), .hint = {}};
}

}  // namespace trueup::source
