#pragma once

namespace trueup::cli {

#ifndef TRUEUP_VERSION
#define TRUEUP_VERSION "0.1.0"
#endif

/// The version of this program.
inline constexpr const char* version = TRUEUP_VERSION;

}  // namespace trueup::cli
