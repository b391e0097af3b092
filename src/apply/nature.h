#pragma once

#include <string>
#include <string_view>

namespace trueup::apply {

/// How a statement behaves with regard to transactions, and how to find out what became of it.
enum class Nature {
  ordinary,             ///< runs in a transaction
  setting,              ///< SET, RESET, set_config: of the session, so a run that goes on later needs it again
  transaction_control,  ///< BEGIN, COMMIT …: not for a job

  // Those that run in no transaction:
  index_build,  ///< CREATE INDEX CONCURRENTLY
  index_drop,   ///< DROP INDEX CONCURRENTLY
  reindex,      ///< REINDEX: may be run again; leaves invalid copies behind
  detach,       ///< DETACH PARTITION … CONCURRENTLY
  finalize,     ///< DETACH PARTITION … FINALIZE
  create_database,
  drop_database,
  create_tablespace,
  drop_tablespace,
  create_subscription,
  drop_subscription,
  again,    ///< may be run again whatever became of it: VACUUM, CLUSTER, ALTER SYSTEM …
  unclear,  ///< CALL, DO: may commit half way; only its author knows
};

/// A statement, read as far as recovery needs it. Names are as written, qualified as written.
struct Reading {
  Nature nature = Nature::ordinary;
  std::string name;    ///< of the index, partition, database …; "" where the server chooses
  std::string parent;  ///< the table of an index build, the parent of a partition
};

/// Reads `sql`, one statement.
[[nodiscard]] Reading read(std::string_view sql);

/// Whether statements of this nature can run in no transaction.
[[nodiscard]] bool runs_outside(Nature nature);

/// Whether waiting keeps nobody from reading or writing, so that lock_timeout would only throw work away.
[[nodiscard]] bool waits_harmlessly(const Reading& reading, std::string_view sql);

/// `sql` for people: where it speaks of passwords, connections or options, its strings are masked.
[[nodiscard]] std::string masked(std::string_view sql);

}  // namespace trueup::apply
