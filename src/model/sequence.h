#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/object_id.h"

namespace trueup {

/// What CREATE SEQUENCE and GENERATED … AS IDENTITY (…) have in common; every value is the effective one.
struct SequenceOptions {
  std::string type = "bigint";
  std::int64_t start = 1;
  std::int64_t increment = 1;
  std::int64_t min_value = 1;
  std::int64_t max_value = 0;
  std::int64_t cache = 1;
  bool cycle = false;

  bool operator==(const SequenceOptions&) const = default;
  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("type", self.type);
    field("start", self.start);
    field("increment", self.increment);
    field("min_value", self.min_value);
    field("max_value", self.max_value);
    field("cache", self.cache);
    field("cycle", self.cycle);
  }
};

/// A sequence that is not an identity column's own (those are part of their column). A serial column is a sequence
/// with `owned_by`, and a default that calls nextval on it.
struct Sequence {
  SequenceOptions options;
  bool unlogged = false;
  std::optional<ObjectId> owned_by;  ///< a column

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    SequenceOptions::each_field(self.options, field);
    field("unlogged", self.unlogged);
    field("owned_by", self.owned_by);
  }
};

}  // namespace trueup
