#pragma once

#include <string>
#include <vector>

#include "model/expression.h"
#include "model/object_id.h"

namespace trueup {

/// CREATE STATISTICS on columns and expressions of one table.
struct Statistics {
  ObjectId table;                       ///< or materialized view
  std::vector<std::string> kinds;       ///< of "dependencies", "mcv", "ndistinct", sorted; empty on one expression
  std::vector<std::string> columns;     ///< sorted: their order says nothing
  std::vector<Expression> expressions;  ///< in the order stated
  int target = -1;                      ///< SET STATISTICS; -1 = the default

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("table", self.table);
    field("kinds", self.kinds);
    field("columns", self.columns);
    field("expressions", self.expressions);
    field("target", self.target);
  }
};

}  // namespace trueup
