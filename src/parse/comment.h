#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome comment_on(Step& step, const PgQuery__CommentStmt& stmt);

}  // namespace trueup::parse
