#pragma once

#include <gtest/gtest.h>

#include <optional>

#include "db/scratch.h"

namespace trueup::verify {

/// One embedded server for a whole test program.
inline db::Scratch& shared_scratch() {
  static std::optional<db::Scratch> scratch;
  if (!scratch) {
    Result<db::Scratch> started = db::Scratch::start({});
    if (!started) {
      ADD_FAILURE() << started.error().message;
      std::abort();
    }
    scratch = std::move(*started);
  }
  return *scratch;
}

}  // namespace trueup::verify
