#pragma once

#include <string>

#include "model/catalog.h"

namespace trueup::trial {

enum class Verdict { same, different, ask };

struct Comparison {
  Verdict verdict = Verdict::ask;
  std::string reason;  ///< the first field that differs, or why it cannot be told
};

/// Two states of desired SQL, read and canonicalised. With `relation`, only what stands on that relation of schema
/// public, and sequences.
[[nodiscard]] Comparison compare(const std::string& first, const std::string& second, const std::string& relation = {});

}  // namespace trueup::trial
