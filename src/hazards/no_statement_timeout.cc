#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  if (scene.runner.sets_timeouts || scene.history.has_set("statement_timeout") || !takes_strong_lock(scene)) return;
  if (scene.history.said_already("no-statement-timeout")) return;
  report.add("nothing ends this if it takes longer than expected");
}

}  // namespace

const Hazard no_statement_timeout = {
    .id = "no-statement-timeout",
    .level = Level::advice,
    .title = "no statement_timeout is set",
    .why = "a statement that scans or rewrites more than expected holds its lock until it has finished",
    .safe =
        "SET statement_timeout to what the step may take, and to 0 for steps that may take long, such as VALIDATE and "
        "CONCURRENTLY",
    .check = check};

}  // namespace trueup::hazards
