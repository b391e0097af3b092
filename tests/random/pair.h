#pragma once

#include <cstdint>
#include <string>

#include "random/scene.h"
#include "random/state.h"

namespace trueup::random {

class Dice;

/// What a pair is made for.
struct PairOptions {
  std::uint64_t seed = 1;
  int tables = 0;        ///< at least so many tables in each state; 0 = a handful
  int version = 150000;  ///< server_version_num
};

/// Two schemas of which the second was made from the first, or that have nothing to do with each other.
struct StatePair {
  State from;
  State to;
  bool same = false;  ///< the second says the same in other words
  PairOptions options;
  int number = 0;  ///< of the pair, in its seed
};

/// The pair `number` of a seed. Equal input gives equal output on every machine.
[[nodiscard]] StatePair make_pair(const PairOptions& options, int number);

/// Writes `state`, piece by piece. Pieces that cannot be written where they stand are taken out, and so are choices
/// that play no part. `dice` answers what the pieces leave open; nullptr: the simplest answer.
[[nodiscard]] std::string written(State& state, const StatePair& pair, Dice* dice);

}  // namespace trueup::random
