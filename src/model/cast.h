#pragma once

#include <optional>
#include <string>

#include "model/object_id.h"

namespace trueup {

/// CREATE CAST. Identity: the source type as name, the target type as signature; it lives in no schema.
struct Cast {
  std::string method = "function";   ///< "function", "binary" (WITHOUT FUNCTION), "inout"
  std::optional<ObjectId> function;  ///< one of pg_catalog included
  std::string context = "explicit";  ///< "explicit", "assignment", "implicit"

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("method", self.method);
    field("function", self.function);
    field("context", self.context);
  }
};

/// CREATE TRANSFORM. Identity: the type as name, the language as signature; it lives in no schema.
struct Transform {
  std::optional<ObjectId> from_sql;
  std::optional<ObjectId> to_sql;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("from_sql", self.from_sql);
    field("to_sql", self.to_sql);
  }
};

}  // namespace trueup
