#pragma once

#include <string>

#include "random/pen.h"

namespace trueup::random {

struct Query {
  std::string text;
  Columns columns;  ///< of its result
};

/// A SELECT over what there is by now. Its text is "" where there is nothing to select from.
/// `late`: it is read when it runs, so that a "*" would mean the columns of then.
[[nodiscard]] Query query(Pen& pen, const std::string& slot, bool late = false);

/// Relations with columns.
[[nodiscard]] bool has_columns(const Made& made);

}  // namespace trueup::random
