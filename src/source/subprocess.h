#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace trueup::source {

/// What a program printed and how it ended.
struct Finished {
  int exit_code = 0;
  std::string out;
  std::string err;
};

/// Runs `arguments` (the program first, found on PATH; no shell) with `input` as its standard input, to its end.
/// Fails only when the program cannot be started.
[[nodiscard]] Result<Finished> run_program(const std::vector<std::string>& arguments, std::string_view input = {});

}  // namespace trueup::source
