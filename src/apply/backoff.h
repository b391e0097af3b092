#pragma once

namespace trueup::apply {

/// Seconds to wait before attempt `next` (from 2): half of `lock_timeout`, doubled each time, at most 10 s, and up to
/// half more or less of it by chance, so that two who wait for each other do not meet again.
[[nodiscard]] double pause_before(int next, double lock_timeout);

/// Waits that long, or until the user interrupts.
void wait_seconds(double seconds);

}  // namespace trueup::apply
