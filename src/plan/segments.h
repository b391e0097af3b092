#pragma once

#include <utility>
#include <vector>

#include "plan/plan.h"

namespace trueup::plan {

/// Cuts ordered statements into segments: as few transactions as the statements allow.
class Segments {
 public:
  void add(Step step);
  [[nodiscard]] std::vector<Segment> take() { return std::move(segments_); }

 private:
  std::vector<Segment> segments_;
  bool closed_ = true;
};

}  // namespace trueup::plan
