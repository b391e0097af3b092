#pragma once

#include <cstddef>
#include <cstdint>
#include <random>

namespace trueup::random {

/// Random numbers that are the same on every machine: the standard fixes the engine, but not its distributions.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}

  /// One of 0 … n - 1. Needs n > 0.
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
  bool one_in(std::size_t n) { return below(n) == 0; }

 private:
  std::mt19937_64 engine_;
};

}  // namespace trueup::random
