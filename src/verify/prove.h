#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "db/scratch.h"
#include "model/catalog.h"
#include "model/renaming.h"
#include "parse/script.h"
#include "parse/subjects.h"
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
  const parse::Subjects* subjects = nullptr;  ///< of `desired`; needed where only a slice of them is to be loaded
  bool whole = false;                         ///< load everything, not only the slice that the change can touch
  const Catalog* loaded = nullptr;        ///< what a server holds that has run `desired`, where that is known already
  std::set<ObjectId> parked = {};         ///< what up only moves out of the way: down brings it back with all it held
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

/// How much of both states was loaded.
struct Share {
  std::size_t loaded = 0;  ///< objects; all of them where not only a slice was loaded
  std::size_t total = 0;

  [[nodiscard]] bool whole() const { return loaded == total; }
};

struct Proof {
  bool ok = false;
  std::vector<Failure> failures;
  std::string server;  ///< "15.20"
  Share share;
  int tables_seeded = 0;  ///< tables of the current state that held rows
  int tables_total = 0;
  std::vector<std::string> not_seeded;  ///< "public.t: why"
  std::vector<ObjectId> rows_survive;   ///< tables whose rows are the same after up, under the names they have then
  std::vector<ObjectId> rows_return;    ///< tables whose rows are the same after the way back
  std::vector<ObjectId> rows_lost;      ///< tables of the current state whose rows, as the plans say, are not
  std::vector<std::string> notes;       ///< what the proof does not cover, and differences that are no failure
  std::chrono::milliseconds elapsed{0};
};

/// Shows on the embedded server that the model holds the current state, that `up` leads to the desired one, that
/// `down` leads back, and that rows and sequence positions survive both where the plans do not say otherwise.
/// Column order is not compared, only noted. Fails only where nothing could be tried (the server went away).
/// Loads what prove_slice loads where that is worth it; what does not hold there is tried with everything before it is
/// reported.
[[nodiscard]] Result<Proof> prove(const ProofInput& input, db::Scratch& scratch);

/// The proof with both states loaded whole.
[[nodiscard]] Result<Proof> prove_whole(const ProofInput& input, db::Scratch& scratch);

/// How much of the states prove_slice loads at most; more is loaded as fast whole.
inline constexpr double most_of_a_slice = 0.7;

/// The proof with nothing loaded but what the change can touch (see slice.h). nullopt where the slice would be more
/// than `most` of both states, or where statements of the files cannot be told apart.
[[nodiscard]] Result<std::optional<Proof>> prove_slice(const ProofInput& input, db::Scratch& scratch,
                                                       double most = most_of_a_slice);

}  // namespace trueup::verify
