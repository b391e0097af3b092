#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "db/scratch.h"
#include "model/catalog.h"
#include "model/renaming.h"
#include "parse/script.h"
#include "plan/plan.h"

namespace trueup::verify {

/// What is to be shown. The references must outlive the call.
struct ProofInput {
  const Catalog& from;  ///< canonical
  const Catalog& to;    ///< canonical; what the plan was made for
  const plan::Plan& up;
  const plan::Plan& down;
  const Renaming* renaming = nullptr;  ///< what the plan renames at its beginning; nullptr: nothing
  const Catalog* renamed = nullptr;    ///< `from` afterwards; needed where anything is renamed
  /// The desired files, which the server itself reads. Empty: `to` is rendered instead (a snapshot, another database).
  std::vector<parse::Script> desired = {};
  const Catalog* loaded = nullptr;        ///< what a server holds that has run `desired`, where that is known already
  std::vector<parse::Script> seeds = {};  ///< the user's own rows (INSERT …), before generated ones
  /// Narrows what was read back from the server to what is managed (filters, [manage]); may be empty.
  std::function<void(Catalog&)> narrow = {};
};

/// Something that the proof did not find as it should be.
struct Failure {
  std::string what;       ///< "up", "down", "the result", "rows" …: one phrase, then what is wrong
  std::string statement;  ///< the statement that failed; "" where none did
  std::string message;    ///< the server's message; "" where there is none
};

struct Proof {
  bool ok = false;
  std::vector<Failure> failures;
  std::string server;     ///< "15.20"
  int tables_seeded = 0;  ///< tables of the current state that held rows
  int tables_total = 0;
  std::vector<std::string> not_seeded;  ///< "public.t: why"
  std::vector<std::string> notes;       ///< what the proof does not cover, and differences that are no failure
  std::chrono::milliseconds elapsed{0};
};

/// Shows on the embedded server that the model holds the current state, that `up` leads to the desired one, that
/// `down` leads back, and that rows and sequence positions survive both where the plans do not say otherwise.
/// Column order is not compared, only noted. Fails only where nothing could be tried (the server went away).
[[nodiscard]] Result<Proof> prove(const ProofInput& input, db::Scratch& scratch);

}  // namespace trueup::verify
