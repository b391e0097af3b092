#pragma once

#include "parse/step.h"

namespace trueup::parse {

/// SECURITY LABEL FOR provider ON …. Without FOR it is the server's only provider that counts: not managed.
Outcome security_label(Step& step, const PgQuery__SecLabelStmt& stmt);

}  // namespace trueup::parse
