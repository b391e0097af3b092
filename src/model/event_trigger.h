#pragma once

#include <string>
#include <vector>

#include "model/object_id.h"

namespace trueup {

/// CREATE EVENT TRIGGER.
struct EventTrigger {
  std::string event;              ///< "ddl_command_start", "sql_drop", …
  std::vector<std::string> tags;  ///< WHEN TAG IN: upper case, sorted, each once
  ObjectId function;
  std::string enabled = "origin";  ///< "origin", "disabled", "replica", "always"

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("event", self.event);
    field("tags", self.tags);
    field("function", self.function);
    field("enabled", self.enabled);
  }
};

}  // namespace trueup
