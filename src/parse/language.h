#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_language(Step& step, const PgQuery__CreatePLangStmt& stmt);
Outcome create_conversion(Step& step, const PgQuery__CreateConversionStmt& stmt);

/// An encoding's name as pg_encoding_to_char spells it: "UTF8" for "utf-8"; as written where it is not known.
[[nodiscard]] std::string encoding_name(std::string_view written);

}  // namespace trueup::parse
