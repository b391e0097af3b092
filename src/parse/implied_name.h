#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/implied_name.h"
#include "parse/fold.h"

namespace trueup::parse {

/// The first `make_object_name` that no relation of the schema has (for a constraint's index: and no constraint),
/// numbered from 1 behind the label: ChooseRelationName.
[[nodiscard]] std::string choose_relation_name(const Fold& fold, std::string_view schema, std::string_view name1,
                                               std::string_view name2, std::string_view label, bool constraint);

/// The first such name that no constraint of the schema has, nor `others`: ChooseConstraintName.
[[nodiscard]] std::string choose_constraint_name(const Fold& fold, std::string_view schema, std::string_view name1,
                                                 std::string_view name2, std::string_view label,
                                                 const std::vector<std::string>& others = {});

}  // namespace trueup::parse
