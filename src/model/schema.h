#pragma once

#include <string>

namespace trueup {

/// A namespace. It has only the attributes every object has.
struct Schema {
  template <class Self, class F>
  static void each_field(Self&, F) {}
};

/// An extension. Its members are not managed.
struct Extension {
  std::string schema;   ///< where its members live; "" = not stated, not compared
  std::string version;  ///< "" = not stated, not compared

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("schema", self.schema);
    field("version", self.version);
  }
};

}  // namespace trueup
