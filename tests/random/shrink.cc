#include "random/shrink.h"

#include <algorithm>
#include <set>
#include <vector>

namespace trueup::random {

namespace {

/// Smaller is simpler: text to read, and how much of it differs.
std::size_t size_of(StatePair pair) {
  std::size_t size = written(pair.from, pair, nullptr).size() + written(pair.to, pair, nullptr).size();
  for (const Piece& piece : pair.to.pieces) {
    const Piece* before = pair.from.find(piece.uid);
    size += before == nullptr || before->choices != piece.choices ? 40 : 0;
  }
  return size;
}

std::vector<int> uids_of(const StatePair& pair) {
  std::set<int> uids;
  for (const State* state : {&pair.from, &pair.to})
    for (const Piece& piece : state->pieces) uids.insert(piece.uid);
  return {uids.begin(), uids.end()};
}

void erase(State& state, int uid) {
  std::erase_if(state.pieces, [&](const Piece& piece) { return piece.uid == uid; });
}

class Shrinker {
 public:
  Shrinker(StatePair pair, int tries, const std::function<bool(const StatePair&)>& fails)
      : best_(std::move(pair)), size_(size_of(best_)), tries_(tries), fails_(fails) {}

  StatePair run() {
    for (std::size_t before = 0; before != size_ && tries_ > 0;) {
      before = size_;
      drop_pieces();
      drop_edits();
      simplify();
    }
    return std::move(best_);
  }

 private:
  bool attempt(StatePair pair) {
    (void)written(pair.from, pair, nullptr);
    (void)written(pair.to, pair, nullptr);
    const std::size_t size = size_of(pair);
    if (size >= size_ || tries_ <= 0) return false;
    --tries_;
    if (!fails_(pair)) return false;
    best_ = std::move(pair);
    size_ = size;
    return true;
  }

  void drop_pieces() {
    for (std::size_t chunk = uids_of(best_).size(); chunk > 0; chunk /= 2) {
      const std::vector<int> uids = uids_of(best_);
      // What came last goes first: less stands on it.
      for (std::size_t end = uids.size(); end > 0; end -= std::min(chunk, end)) {
        StatePair pair = best_;
        for (std::size_t i = end - std::min(chunk, end); i < end; ++i) {
          erase(pair.from, uids[i]);
          erase(pair.to, uids[i]);
        }
        attempt(std::move(pair));
      }
    }
  }

  void drop_edits() {
    for (const int uid : uids_of(best_)) {
      for (State StatePair::*end : {&StatePair::from, &StatePair::to}) {
        StatePair without = best_;
        erase(without.*end, uid);
        attempt(std::move(without));
        State StatePair::*other = end == &StatePair::from ? &StatePair::to : &StatePair::from;
        const Piece* as_there = (best_.*other).find(uid);
        if (as_there == nullptr || (best_.*end).find(uid) == nullptr) continue;
        StatePair reverted = best_;
        *(reverted.*end).find(uid) = *as_there;
        attempt(std::move(reverted));
      }
    }
  }

  void simplify() {
    for (const int uid : uids_of(best_)) {
      std::set<std::string> slots;
      for (const State* state : {&best_.from, &best_.to})
        if (const Piece* piece = state->find(uid))
          for (const auto& [slot, chosen] : piece->choices) slots.insert(slot);
      for (const std::string& slot : slots) {
        StatePair pair = best_;
        for (State* state : {&pair.from, &pair.to})
          if (Piece* piece = state->find(uid)) piece->choices.erase(slot);
        attempt(std::move(pair));
      }
    }
  }

  StatePair best_;
  std::size_t size_;
  int tries_;
  const std::function<bool(const StatePair&)>& fails_;
};

}  // namespace

StatePair shrink(StatePair pair, int tries, const std::function<bool(const StatePair&)>& fails) {
  return Shrinker(std::move(pair), tries, fails).run();
}

}  // namespace trueup::random
