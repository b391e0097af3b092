#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/expression.h"
#include "model/routine.h"

namespace trueup {

/// One of the two ways an aggregate can work: the plain one, or the one over moving frames (names with M).
struct AggregateState {
  Expression function;  ///< SFUNC: a qualified name; its key says which overload
  std::string type;     ///< STYPE; "" where this way is not stated
  std::optional<std::string> initial;
  int space = 0;  ///< SSPACE; 0 = the server's estimate
  Expression final_function;
  bool final_extra = false;
  std::string final_modify;  ///< effective: "read_only", "shareable", "read_write"; "" where this way is not stated
};

/// CREATE AGGREGATE. Identity: schema, name and the types of all arguments, direct ones first, as pg_proc holds them.
/// Functions are expressions because which overload a name means follows from types, as PostgreSQL resolves a call.
struct Aggregate {
  std::string form = "normal";        ///< "normal", "ordered set", "hypothetical set"
  std::vector<Parameter> parameters;  ///< "in" or "variadic"; none for (*)
  int direct = 0;                     ///< how many of them stand before ORDER BY
  std::string returns;                ///< follows from the rest, not compared; "" where it is not known
  AggregateState plain;
  Expression combine_function;
  Expression serial_function;
  Expression deserial_function;
  Expression inverse_function;  ///< MINVFUNC
  AggregateState moving;
  Expression sort_operator;  ///< SORTOP, as OPERATOR(schema.name)
  std::string parallel = "unsafe";

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("form", self.form);
    field("parameters", self.parameters);
    field("direct", self.direct);
    field("sfunc", self.plain.function);
    field("stype", self.plain.type);
    field("initcond", self.plain.initial);
    field("sspace", self.plain.space);
    field("finalfunc", self.plain.final_function);
    field("finalfunc_extra", self.plain.final_extra);
    field("finalfunc_modify", self.plain.final_modify);
    field("combinefunc", self.combine_function);
    field("serialfunc", self.serial_function);
    field("deserialfunc", self.deserial_function);
    field("msfunc", self.moving.function);
    field("minvfunc", self.inverse_function);
    field("mstype", self.moving.type);
    field("minitcond", self.moving.initial);
    field("msspace", self.moving.space);
    field("mfinalfunc", self.moving.final_function);
    field("mfinalfunc_extra", self.moving.final_extra);
    field("mfinalfunc_modify", self.moving.final_modify);
    field("sortop", self.sort_operator);
    field("parallel", self.parallel);
  }
};

}  // namespace trueup
