#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "render/preview.h"

namespace trueup::render {

// A plan as a file: what json() writes. docs/formats/plan-json.md says what it holds, docs/formats/plan.schema.json
// says it to programs.

/// Grows when a member changes its meaning or goes.
inline constexpr int plan_file_format = 1;

/// A plan read from a file: all that `apply` and `show` need of it. `preview()` refers to it.
struct PlanFile {
  plan::Plan up;
  plan::Plan down;
  std::string from;  ///< names of both ends
  std::string to;
  std::string from_fingerprint;
  std::string to_fingerprint;
  int server_version = 0;
  diff::Filter filter;
  bool proven = false;
  std::string proof;
  std::vector<std::string> proof_notes;
  std::vector<std::string> parked;
  std::vector<ddl::Destruction> refused;
  std::vector<std::vector<hazards::Finding>> up_hazards;  ///< by statement
  std::vector<std::vector<hazards::Finding>> down_hazards;
  bool masked = false;  ///< a statement of `up` lacks a secret that it needs

  [[nodiscard]] Preview preview() const;
};

/// Reads what json() wrote. `name`: the file, for messages. Fails, with what to do, when the text is no plan, is one of
/// a later format, or is not as it was written (its seal does not fit).
[[nodiscard]] Result<PlanFile> read_plan_file(std::string_view text, const std::string& name);

/// SHA-256 over `plan` without its member "sha256"; blanks and line ends between its members do not count.
[[nodiscard]] std::string seal(nlohmann::ordered_json plan);

/// What keeps `plan` from being written to a file: secrets, which no file may hold. Success: nothing.
[[nodiscard]] Result<void> may_be_written(const plan::Plan& up);

}  // namespace trueup::render
