#pragma once

#include <string>
#include <vector>

#include "model/expression.h"

namespace trueup {

/// CREATE RULE, apart from a view's own (_RETURN). The id's parent is the relation.
struct Rule {
  std::string event;                ///< "insert", "update", "delete"
  bool instead = false;             ///< DO INSTEAD rather than DO ALSO
  Expression condition;             ///< WHERE
  std::vector<Expression> actions;  ///< statements in their order; empty = NOTHING
  std::string enabled = "origin";   ///< "origin", "disabled", "replica", "always"

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("event", self.event);
    field("instead", self.instead);
    field("condition", self.condition);
    field("actions", self.actions);
    field("enabled", self.enabled);
  }
};

}  // namespace trueup
