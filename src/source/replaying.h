#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "migrations/revision.h"
#include "source/throwaway.h"
#include "verify/site.h"

namespace trueup::source {

/// A statement of a migration that did not run.
struct NotRun {
  Error error;  ///< "migrations/004_x.sql:12: column … does not exist"
  std::string sql;
};

/// Runs a section's statements in `site`, as its login that is no superuser; nullopt when all ran.
[[nodiscard]] std::optional<NotRun> run_section(verify::Site& site, const migrations::Section& section);

/// Migrations on their way up on the embedded server. The state after many of them is kept in the user's cache: a later
/// run begins there when the same files come first (see kept_keys). See docs/prove.md.
class Replaying {
 public:
  /// Fewer revisions are run as fast as a kept state is read.
  static constexpr std::size_t worth_keeping = 8;

  /// Begins before the first of `revisions`, or after the last one whose state is kept, but not after the `latest`th.
  /// `revisions` must outlive it.
  static Result<Replaying> begin(const std::vector<const migrations::Revision*>& revisions, Throwaway& throwaway,
                                 std::size_t latest = std::size_t(-1));

  /// How many revisions have run.
  [[nodiscard]] std::size_t position() const { return position_; }
  [[nodiscard]] bool at_end() const { return position_ == revisions_->size(); }

  /// Runs the next one. Keeps the state before the last one first, if that was not where it began.
  Result<void> up();

  /// Says that the last one was undone in site().
  void went_back() { --position_; }

  /// Keeps the state as it is now.
  void keep();

  /// A copy of the state as it is, to try things in; the roles are shared.
  [[nodiscard]] Result<verify::Site> copy();

  /// By count, under which key the state after the first revisions is kept: a hash over their up sections, the roles
  /// that they need, and what the server is made of. Empty where nothing is kept.
  [[nodiscard]] static std::vector<std::string> kept_keys(const std::vector<const migrations::Revision*>& revisions,
                                                          Throwaway& throwaway);

  [[nodiscard]] verify::Site& site() { return *site_; }
  [[nodiscard]] db::Scratch& server() { return *server_; }

 private:
  Replaying() = default;

  const std::vector<const migrations::Revision*>* revisions_ = nullptr;
  std::vector<std::string> keys_;  ///< by count; empty where nothing is kept
  std::size_t position_ = 0;
  std::size_t began_ = 0;
  std::unique_ptr<db::Scratch> own_;  ///< where the throwaway server runs already and another state is kept
  db::Scratch* server_ = nullptr;
  std::optional<verify::Site> site_;
};

}  // namespace trueup::source
