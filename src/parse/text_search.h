#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_text_search_parser(Step& step, const PgQuery__DefineStmt& stmt);
Outcome create_text_search_template(Step& step, const PgQuery__DefineStmt& stmt);
Outcome create_text_search_dictionary(Step& step, const PgQuery__DefineStmt& stmt);
Outcome create_text_search_configuration(Step& step, const PgQuery__DefineStmt& stmt);
Outcome alter_text_search_dictionary(Step& step, const PgQuery__AlterTSDictionaryStmt& stmt);
Outcome alter_text_search_configuration(Step& step, const PgQuery__AlterTSConfigurationStmt& stmt);

/// The qualified name of a parser, template, dictionary or configuration, of what the scripts declare, a stated
/// extension or the server.
[[nodiscard]] std::string text_search_name(const Step& step, Kind kind, Nodes parts);

}  // namespace trueup::parse
