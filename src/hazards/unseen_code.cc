#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  if (scene.node().node_case == PG_QUERY__NODE__NODE_DO_STMT) report.add("no rule looks into this block");
  if (scene.node().node_case == PG_QUERY__NODE__NODE_CALL_STMT) report.add("no rule looks into this procedure");
}

}  // namespace

const Hazard unseen_code = {.id = "unseen-code",
                            .level = Level::advice,
                            .title = "code that no rule can look into",
                            .why = "what a DO block or a call brings about only a server knows that runs it",
                            .safe = "write the statements themselves; or have somebody read it",
                            .check = check};

}  // namespace trueup::hazards
