#pragma once

#include <optional>
#include <string>

#include "model/object_id.h"

namespace trueup {

/// CREATE LANGUAGE … HANDLER. One that an extension brings is the extension's.
struct Language {
  bool trusted = false;
  ObjectId handler;
  std::optional<ObjectId> inline_handler;
  std::optional<ObjectId> validator;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("trusted", self.trusted);
    field("handler", self.handler);
    field("inline", self.inline_handler);
    field("validator", self.validator);
  }
};

/// CREATE CONVERSION. Encodings are spelt as pg_encoding_to_char does.
struct Conversion {
  std::string source;
  std::string target;
  ObjectId function;
  bool is_default = false;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("source", self.source);
    field("target", self.target);
    field("function", self.function);
    field("default", self.is_default);
  }
};

}  // namespace trueup
