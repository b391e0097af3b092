#include <fmt/format.h>

#include "verify/cut_scripts.h"
#include "verify/prove.h"
#include "verify/slice.h"

namespace trueup::verify {

Result<std::optional<Proof>> prove_slice(const ProofInput& input, db::Scratch& scratch, double most) {
  const auto start = std::chrono::steady_clock::now();
  const std::optional<Proof> none;
  const bool as_written = !input.desired.empty();
  // What code in the files brings about nobody can tell without running them whole.
  if (!input.to.code.empty() || (as_written && (!input.subjects || !input.subjects->complete))) return none;
  const Catalog& from = input.renamed != nullptr ? *input.renamed : input.from;
  const Renaming unchanged;
  const Renaming& renaming = input.renaming != nullptr ? *input.renaming : unchanged;
  const Slice slice = slice_of({.from = from,
                                .to = input.to,
                                .up = input.up,
                                .down = input.down,
                                .renaming = renaming,
                                .subjects = input.subjects,
                                .rows = statements_of(input.seeds)});
  const Share share{.loaded = slice.size(), .total = size_of(from, input.to)};
  if (static_cast<double>(share.loaded) > most * static_cast<double>(share.total)) return none;
  std::optional<std::vector<parse::Script>> desired(std::in_place);
  if (as_written) desired = cut(input.desired, *input.subjects, slice);
  if (!desired) return none;
  const Catalog before = cut(input.from, slice, renaming);
  const Catalog renamed = renaming.empty() ? Catalog() : cut(from, slice);
  const Catalog to = cut(input.to, slice);
  Result<Proof> proof = prove_whole({.from = before,
                                     .to = to,
                                     .up = input.up,
                                     .down = input.down,
                                     .renaming = input.renaming,
                                     .renamed = renaming.empty() ? &before : &renamed,
                                     .desired = std::move(*desired),
                                     .parked = input.parked,
                                     .seeds = cut_rows(input.seeds, input.from, slice),
                                     .narrow = input.narrow},
                                    scratch);
  if (!proof) return proof.error();
  proof->share = share;
  proof->elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
  return std::optional(std::move(*proof));
}

Result<Proof> prove(const ProofInput& input, db::Scratch& scratch) {
  std::string doubt;
  if (!input.whole) {
    Result<std::optional<Proof>> slice = prove_slice(input, scratch);
    if (!slice) return slice.error();
    if (*slice && (*slice)->ok) return std::move(**slice);
    if (*slice)
      doubt = fmt::format("what the change can touch did not hold by itself ({}): everything was loaded",
                          (*slice)->failures.front().what);
  }
  Result<Proof> proof = prove_whole(input, scratch);
  if (proof && !doubt.empty()) proof->notes.push_back(std::move(doubt));
  return proof;
}

}  // namespace trueup::verify
