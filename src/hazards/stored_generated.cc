#include <fmt/format.h>

#include <algorithm>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

constexpr std::string_view virtual_word = "virtual";

bool same_letter(char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; }

void check(const Scene& scene, Report& report) {
  each_column_added(scene, [&](const PgQuery__ColumnDef& column, const PgQuery__RangeVar& table) {
    const std::string_view text = scene.statement.parsed->text();
    const bool stored =
        std::search(text.begin(), text.end(), virtual_word.begin(), virtual_word.end(), same_letter) == text.end();
    if (stored && constraint_of(column, PG_QUERY__CONSTR_TYPE__CONSTR_GENERATED))
      report.add_at(column.location, fmt::format("{} is written anew to hold {}", shown(table), column.colname));
  });
}

}  // namespace

const Hazard stored_generated = {
    .id = "stored-generated",
    .level = Level::warning,
    .title = "a stored generated column is added",
    .why = "its value is computed for every row, so the whole table is written anew under an ACCESS EXCLUSIVE lock",
    .safe = "a plain column that a trigger fills, and a backfill in batches; or, from PostgreSQL 18 on, a virtual one",
    .check = check};

}  // namespace trueup::hazards
