#include <fmt/format.h>

#include <algorithm>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

/// Types that hold less than others, and that a change may therefore lead to with a loss.
bool is_narrow(const PgQuery__TypeName& type) {
  constexpr std::string_view narrow[] = {"int2", "int4", "float4", "date", "bpchar", "time"};
  constexpr std::string_view limited[] = {"varchar", "numeric", "timestamp", "timestamptz",
                                          "bit",     "varbit",  "time",      "timetz"};
  const std::string name = type_name(type);
  const auto has = [&](const auto& list) {
    return std::find(std::begin(list), std::end(list), name) != std::end(list);
  };
  return has(narrow) || (type.n_typmods > 0 && has(limited));
}

void check(const Scene& scene, Report& report) {
  each_column_retyped(scene, [&](const PgQuery__AlterTableCmd& command, const PgQuery__RangeVar& name) {
    const PgQuery__ColumnDef& column = *command.def->column_def;
    if (!column.raw_default && !is_narrow(*column.type_name)) return;
    report.add_at_word(command.name, fmt::format("values of {}.{} that do not fit into {} are cut or refused",
                                                 shown(name), command.name, type_name(*column.type_name)));
  });
}

}  // namespace

const Hazard change_type = {
    .id = "change-type",
    .level = Level::destroys,
    .title = "a conversion may cut values off",
    .why =
        "what does not fit into the new type is rounded, cut, or makes the statement fail, and the way back cannot "
        "bring it back",
    .safe = "a new column beside the old one, filled by a conversion that you can check, before the old one goes",
    .check = check};

}  // namespace trueup::hazards
