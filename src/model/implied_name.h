#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/object.h"

namespace trueup {

/// `name1_name2_label` in at most 63 bytes, cutting the longer of the two names: makeObjectName in indexcmds.c.
/// Empty parts are left out with their underscore.
[[nodiscard]] std::string make_object_name(std::string_view name1, std::string_view name2, std::string_view label);

/// The column names joined by underscores, up to 63 bytes' worth of them: ChooseIndexNameAddition.
[[nodiscard]] std::string name_addition(const std::vector<std::string>& columns);

/// An index's own column names: repeated ones get numbers, as ChooseIndexColumnNames gives them.
[[nodiscard]] std::vector<std::string> index_column_names(const std::vector<std::string>& names);

/// Whether the server may have chosen the name of `object`, an index or a constraint with one: made of the table's and
/// the columns' names, with or without a number behind it. Of an expression's name in it nothing is known here: any
/// word may stand there.
[[nodiscard]] bool has_implied_name(const Object& object);

}  // namespace trueup
