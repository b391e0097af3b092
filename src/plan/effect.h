#pragma once

#include <map>
#include <set>
#include <string_view>

#include "model/object_id.h"

namespace trueup::plan {

/// PostgreSQL's table lock modes, weakest first.
enum class LockMode {
  access_share = 1,
  row_share,
  row_exclusive,
  share_update_exclusive,
  share,
  share_row_exclusive,
  exclusive,
  access_exclusive,
};

/// "ACCESS EXCLUSIVE"
[[nodiscard]] std::string_view lock_name(LockMode mode);

/// What a statement does to those who use the database meanwhile. Relations stand under the names that they have when
/// the statement begins; those that the plan itself makes are left out: nobody uses them yet.
struct Effect {
  /// False where the table of forms (src/effects) has no entry for the statement.
  bool known = false;
  /// The strongest lock on each relation (tables, views, sequences, indexes). ACCESS SHARE, which only waits for an
  /// ACCESS EXCLUSIVE, is left out, and so are locks on indexes that are no stronger than the one on their table.
  std::map<ObjectId, LockMode> locks;
  std::set<ObjectId> rewrites;  ///< relations whose rows are all written anew
  std::set<ObjectId> scans;     ///< relations whose rows are all read; those that are rewritten are not named again

  /// Nobody can read one of the relations until the transaction ends.
  [[nodiscard]] bool reads_wait() const;
  /// Nobody can write to one of the tables until the transaction ends.
  [[nodiscard]] bool writes_wait() const;
};

}  // namespace trueup::plan
