#pragma once

#include <string>
#include <vector>

#include "model/expression.h"

namespace trueup {

/// A parameter. `mode` is "in", "out", "inout", "variadic" or "table".
struct Parameter {
  std::string mode = "in";
  std::string name;
  std::string type;
  Expression default_value;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("mode", self.mode);
    field("name", self.name);
    field("type", self.type);
    field("default", self.default_value);
  }
};

/// SET name TO value, as pg_get_functiondef writes the value.
struct Setting {
  std::string name;
  std::string value;

  bool operator==(const Setting&) const = default;
  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("name", self.name);
    field("value", self.value);
  }
};

/// A function or procedure; the object's kind says which. Identity: schema, name, and the types of its input
/// parameters (in, inout, variadic) without lengths.
struct Routine {
  std::string language;
  std::vector<Parameter> parameters;
  std::string returns;  ///< type; "record" where OUT or TABLE parameters make a row; "" for procedures
  bool returns_set = false;
  std::string body;     ///< verbatim; empty when sql_body holds
  Expression sql_body;  ///< BEGIN ATOMIC … END or RETURN …
  std::string library;  ///< LANGUAGE c: the object file; body then is the link symbol
  bool window = false;
  std::string volatility = "volatile";
  bool strict = false;
  bool security_definer = false;
  bool leakproof = false;
  std::string parallel = "unsafe";
  double cost = 100;  ///< effective: 1 for C and internal
  double rows = 0;    ///< effective: 1000 for set-returning, else 0
  std::string support;
  std::vector<std::string> transforms;  ///< TRANSFORM FOR TYPE
  std::vector<Setting> settings;        ///< in the order in which they take effect

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("language", self.language);
    field("parameters", self.parameters);
    field("returns", self.returns);
    field("returns_set", self.returns_set);
    field("body", self.body);
    field("sql_body", self.sql_body);
    field("library", self.library);
    field("window", self.window);
    field("volatility", self.volatility);
    field("strict", self.strict);
    field("security_definer", self.security_definer);
    field("leakproof", self.leakproof);
    field("parallel", self.parallel);
    field("cost", self.cost);
    field("rows", self.rows);
    field("support", self.support);
    field("transforms", self.transforms);
    field("settings", self.settings);
  }
};

}  // namespace trueup
