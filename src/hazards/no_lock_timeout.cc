#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  if (scene.runner.sets_timeouts || scene.history.has_set("lock_timeout") || !takes_strong_lock(scene)) return;
  if (scene.history.said_already("no-lock-timeout")) return;
  report.add("this waits for its lock without an end, and everybody else behind it");
}

}  // namespace

const Hazard no_lock_timeout = {.id = "no-lock-timeout",
                                .level = Level::advice,
                                .title = "no lock_timeout is set",
                                .why =
                                    "a statement that waits for its lock makes everybody wait who comes after it, for "
                                    "as long as the longest running query lasts",
                                .safe = "SET lock_timeout = '5s' before it, and try again where it runs out",
                                .check = check};

}  // namespace trueup::hazards
