#include "cli/preview.h"

#include "cli/version.h"

namespace trueup::cli {

render::Preview preview_of(const Planned& planned) {
  std::vector<std::string> parked;
  for (const ObjectId& id : planned.parking.ids()) parked.push_back(to_string(id));
  return {.up = planned.up,
          .down = planned.down,
          .from = planned.ends.from.source.display,
          .to = planned.ends.to.source.display,
          .from_fingerprint = planned.ends.from_fingerprint,
          .to_fingerprint = planned.ends.to_fingerprint,
          .proven = planned.proof.proven,
          .proof = planned.proof.summary,
          .proof_notes = planned.proof.notes,
          .proof_loaded = planned.proof.loaded,
          .proof_total = planned.proof.total,
          .rows_survive = planned.proof.rows_survive,
          .rows_return = planned.proof.rows_return,
          .rows_lost = planned.proof.rows_lost,
          .parked = std::move(parked),
          .sizes = planned.ends.from.sizes ? &*planned.ends.from.sizes : nullptr,
          .refused = planned.risks.refused,
          .up_hazards = planned.risks.up,
          .down_hazards = planned.risks.down,
          .tool = version,
          .server_version = planned.ends.from.introspected() ? planned.ends.from.catalog.server_version : 0,
          .filter = planned.filter};
}

std::string preview_text(const Planned& planned, const render::Style& style) {
  render::Preview preview = preview_of(planned);
  preview.refused.clear();
  return render::text(preview, false, style);
}

}  // namespace trueup::cli
