#include "cli/proof.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verify/prove.h"

namespace trueup::cli {

/// A proof as users read it.
static Proof in_words(const verify::Proof& tried, const std::vector<std::string>& server_notes) {
  Proof proof{.proven = tried.ok, .failed = !tried.ok, .loaded = tried.share.loaded, .total = tried.share.total};
  proof.summary =
      fmt::format("{} on PostgreSQL {}", tried.ok ? "proven up and down" : "NOT proven: it failed", tried.server);
  if (!tried.share.whole())
    proof.summary += fmt::format(" ({} of {} objects loaded)", tried.share.loaded, tried.share.total);
  for (const verify::Failure& failure : tried.failures) {
    std::string text = failure.what;
    if (!failure.statement.empty()) text += "\n    at: " + failure.statement;
    if (!failure.message.empty()) text += "\n    " + failure.message;
    proof.failures.push_back(std::move(text));
  }
  if (tried.tables_total != 0)
    proof.notes.push_back(
        fmt::format("{} of {} tables held rows while it was tried", tried.tables_seeded, tried.tables_total));
  for (const auto& [from, to] :
       {std::pair(&tried.rows_survive, &proof.rows_survive), std::pair(&tried.rows_return, &proof.rows_return),
        std::pair(&tried.rows_lost, &proof.rows_lost)})
    for (const ObjectId& table : *from) to->push_back(sql_name(table));
  if (tried.ok && !proof.rows_lost.empty())
    proof.notes.push_back(
        fmt::format("rows that the way back does not bring back: of {}", fmt::join(proof.rows_lost, ", ")));
  else if (tried.ok && !proof.rows_return.empty())
    proof.notes.push_back("their rows survive up, and are there after the way back");
  for (const std::string& table : tried.not_seeded) proof.notes.push_back("no rows in " + table);
  proof.notes.insert(proof.notes.end(), tried.notes.begin(), tried.notes.end());
  proof.notes.insert(proof.notes.end(), server_notes.begin(), server_notes.end());
  return proof;
}

Proof prove(Session& session, const Compared& ends, const plan::Plan& up, const plan::Plan& down,
            const plan::Parking& parking) {
  const auto unproven = [](const std::string& why) { return Proof{.summary = "not proven: " + why}; };
  if (up.empty()) return unproven("nothing to do");
  if (session.arguments.no_proof) return unproven("--no-proof");
  if (!session.throwaway.allowed()) return unproven("--no-scratch");
  const auto failed_to_try = [&](const Error& why) {
    Proof proof = unproven(why.message);
    if (!why.hint.empty()) proof.notes.push_back(why.hint);
    return proof;
  };
  auto server = session.throwaway.get();
  if (!server) return failed_to_try(server.error());
  auto seeds = read_seeds(session);
  if (!seeds) return failed_to_try(seeds.error());
  const bool as_written = ends.to.source.form != source::Form::snapshot;
  const auto tried = verify::prove({.from = ends.before(),
                                    .to = ends.to.catalog,
                                    .up = up,
                                    .down = down,
                                    .renaming = &ends.renamed.renaming,
                                    .renamed = &ends.from.catalog,
                                    .desired = as_written ? ends.to.scripts : std::vector<parse::Script>{},
                                    .subjects = &ends.to.subjects,
                                    .whole = session.arguments.proof == ProofScope::full,
                                    .parked = parking.ids(),
                                    .seeds = std::move(*seeds),
                                    .narrow =
                                        [&](Catalog& catalog) {
                                          diff::remove_unkept(catalog, session.filter);
                                          diff::remove_unmanaged(catalog, session.config.manage);
                                        }},
                                   **server);
  if (!tried) return failed_to_try(tried.error());
  return in_words(*tried, (*server)->notes());
}

Result<void> refuse_failed_proof(const Proof& proof) {
  if (!proof.failed) return {};
  std::string text = "the plan did not hold when it was tried on the embedded server";
  for (const std::string& failure : proof.failures) text += "\n  " + failure;
  return Error{.message = std::move(text),
               .hint = "nothing was written or changed; --no-proof goes on without the trial"};
}

}  // namespace trueup::cli
