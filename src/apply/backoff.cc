#include "apply/backoff.h"

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>

#include "apply/interrupt.h"

namespace trueup::apply {

double pause_before(int next, double lock_timeout) {
  constexpr double most = 10;
  static thread_local std::minstd_rand chance{std::random_device{}()};
  double pause = lock_timeout / 2;
  for (int i = 2; i < next && pause < most; ++i) pause *= 2;
  return std::min(pause, most) * std::uniform_real_distribution<double>(0.5, 1.5)(chance);
}

void wait_seconds(double seconds) {
  using Clock = std::chrono::steady_clock;
  const auto until = Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  constexpr auto slice = std::chrono::milliseconds(20);
  while (!InterruptGuard::interrupted() && Clock::now() < until)
    std::this_thread::sleep_for(std::min<Clock::duration>(slice, until - Clock::now()));
}

}  // namespace trueup::apply
