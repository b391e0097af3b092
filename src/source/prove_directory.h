#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "migrations/revision.h"
#include "source/throwaway.h"

namespace trueup::source {

/// What the proof of a directory found out about one revision.
struct RevisionProof {
  const migrations::Revision* revision = nullptr;
  std::vector<std::string> failures;  ///< what is wrong with it, one phrase each
  std::vector<std::string> notes;     ///< what was not tried, and why
};

struct DirectoryProof {
  std::vector<RevisionProof> tried;  ///< in the order of application
  std::size_t shown_before = 0;      ///< how many of the first ones an earlier run has shown, unchanged since
  std::string server;                ///< "15.20"; "" when nothing had to be tried

  [[nodiscard]] bool ok() const;
};

struct DirectoryProofOptions {
  bool rows = true;  ///< try each revision with made-up rows in the tables before it, too
  std::function<void(std::size_t done, std::size_t of, const std::string& name)> progress = {};
};

/// Runs `revisions` up in order on the embedded server and then down in reverse, and compares what each way back leads
/// to with the state before its way up. With rows: each revision also runs up and down on a copy of the state before it
/// whose empty tables hold made-up rows; they must be the same afterwards, apart from what its header says it destroys.
/// What an earlier run has shown of the first revisions is not shown again. Fails when there is no server to try on.
[[nodiscard]] Result<DirectoryProof> prove_directory(const std::vector<const migrations::Revision*>& revisions,
                                                     Throwaway& throwaway, const DirectoryProofOptions& options);

}  // namespace trueup::source
