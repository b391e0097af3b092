#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_constraint_added(scene, [&](const PgQuery__Constraint& constraint, const PgQuery__RangeVar& table, auto*) {
    if (constraint.contype != PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY || *constraint.indexname) return;
    report.add_at(constraint.location,
                  fmt::format("nobody reads or writes {} until its primary key is built", shown(table)));
  });
}

}  // namespace

const Hazard primary_key_blocks = {.id = "primary-key-blocks",
                                   .level = Level::warning,
                                   .title = "a primary key builds its index while reads and writes wait",
                                   .why =
                                       "ADD PRIMARY KEY builds an index under an ACCESS EXCLUSIVE lock, and reads the "
                                       "whole table where its columns may be null",
                                   .safe =
                                       "prove the columns NOT NULL by a validated check, CREATE UNIQUE INDEX "
                                       "CONCURRENTLY, then ADD CONSTRAINT … PRIMARY KEY USING INDEX",
                                   .check = check};

}  // namespace trueup::hazards
