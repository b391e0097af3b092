#pragma once

#include <string>

namespace trueup {

/// A text that a definition may leave open: "" = not stated, and not compared.
struct Stateable : std::string {
  using std::string::string;
  using std::string::operator=;
  Stateable() = default;
  Stateable(std::string text) : std::string(std::move(text)) {}  // NOLINT(google-explicit-constructor)
};

/// A namespace. It has only the attributes every object has.
struct Schema {
  template <class Self, class F>
  static void each_field(Self&, F) {}
};

/// An extension. Its members are not managed.
struct Extension {
  Stateable schema;  ///< where its members live
  Stateable version;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("schema", self.schema);
    field("version", self.version);
  }
};

}  // namespace trueup
