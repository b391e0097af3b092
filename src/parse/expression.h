#pragma once

#include "model/expression.h"
#include "parse/step.h"

namespace trueup::parse {

/// An expression as text, with the search_path it was written against. Names stay as written.
[[nodiscard]] Expression expression_of(const Step& step, const Node* node);

/// A query or another whole statement as text, without the semicolon.
[[nodiscard]] Expression query_of(const Step& step, const Node& node);

/// The columns that an expression names, each once, in order of appearance (pull_var_clause on a table's own check).
/// A whole row stands there as "" (t.*) or by its table's name; with `table` given, (table).column is that column.
[[nodiscard]] std::vector<std::string> columns_used(const Node& node, std::string_view table = {});

/// The name the server gives to an output column without one: FigureColname in parse_target.c; "" where it finds none
/// ("?column?").
[[nodiscard]] std::string figure_column_name(const Node& node);

}  // namespace trueup::parse
