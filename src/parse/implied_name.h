#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parse/fold.h"

namespace trueup::parse {

/// `name1_name2_label` in at most 63 bytes, cutting the longer of the two names: makeObjectName in indexcmds.c.
/// Empty parts are left out with their underscore.
[[nodiscard]] std::string make_object_name(std::string_view name1, std::string_view name2, std::string_view label);

/// The first such name that no relation of the schema has (for a constraint's index: and no constraint), numbered
/// from 1 behind the label: ChooseRelationName.
[[nodiscard]] std::string choose_relation_name(const Fold& fold, std::string_view schema, std::string_view name1,
                                               std::string_view name2, std::string_view label, bool constraint);

/// The first such name that no constraint of the schema has, nor `others`: ChooseConstraintName.
[[nodiscard]] std::string choose_constraint_name(const Fold& fold, std::string_view schema, std::string_view name1,
                                                 std::string_view name2, std::string_view label,
                                                 const std::vector<std::string>& others = {});

/// The column names joined by underscores, up to 63 bytes' worth of them: ChooseIndexNameAddition.
[[nodiscard]] std::string name_addition(const std::vector<std::string>& columns);

/// An index's own column names: repeated ones get numbers, as ChooseIndexColumnNames gives them.
[[nodiscard]] std::vector<std::string> index_column_names(const std::vector<std::string>& names);

}  // namespace trueup::parse
