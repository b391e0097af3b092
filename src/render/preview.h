#pragma once

#include <string>
#include <vector>

#include "diff/filter.h"
#include "hazards/hazard.h"
#include "model/sizes.h"
#include "plan/plan.h"
#include "render/style.h"

namespace trueup::render {

/// A plan with all that a user should know before it runs.
struct Preview {
  const plan::Plan& up;
  const plan::Plan& down;
  std::string from;  ///< names of both ends
  std::string to;
  std::string from_fingerprint;
  std::string to_fingerprint;
  bool proven = false;
  std::string proof;                     ///< "proven up and down on PostgreSQL 15.20", "not proven: …"
  std::vector<std::string> proof_notes;  ///< what the proof covers and what it leaves open
  std::size_t proof_loaded = 0;          ///< objects of both ends that were loaded for it, and how many there are
  std::size_t proof_total = 0;
  std::vector<std::string> rows_survive;  ///< tables whose rows were the same after up
  std::vector<std::string> rows_return;   ///< and after the way back
  std::vector<std::string> rows_lost;     ///< and not, as the plans say
  std::vector<std::string> parked;        ///< what up moves out of the way instead of dropping it: "table public.t"
  const Sizes* sizes = nullptr;           ///< what the tables of the live database hold; nullptr where there is none
  std::vector<ddl::Destruction> refused;  ///< what is destroyed without being allowed, and hazards that are refused
  std::vector<std::vector<hazards::Finding>> up_hazards;    ///< by statement; may be shorter than the plan
  std::vector<std::vector<hazards::Finding>> down_hazards;  ///< the same for the way back
  std::string tool;                                         ///< the version of the program that made the plan
  int server_version = 0;                                   ///< of the database it starts from; 0 where that is none
  diff::Filter filter;                                      ///< what the fingerprints were made with
};

/// For reading: a headline, each statement with its number and what it destroys, what would be refused, and the way
/// back in a line. With `down` the way back is what is shown.
[[nodiscard]] std::string text(const Preview& preview, bool down, const Style& style);

/// The same as JSON: see docs/formats/plan-json.md. A plan file is such a text; see plan_file.h.
[[nodiscard]] std::string json(const Preview& preview);

}  // namespace trueup::render
