#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "db/connection.h"

namespace trueup::apply {

/// One row of trueup.history, which only ever grows: what happened to a revision.
struct Event {
  long long id = 0;
  std::optional<long long> run;  ///< of trueup.run; nullopt where nothing was run (baseline, repair, import)
  std::string version;           ///< "" for a repeatable revision
  std::string description;
  std::string checksum;
  std::string outcome;  ///< applied, reverted, baseline, adopted, repaired, forgotten
  std::string at;       ///< in UTC
  std::string by;
  long long took_ms = 0;
  std::string tool;
};

/// What schema trueup says about the migrations of a database.
struct History {
  bool journal = false;         ///< schema trueup has its journal
  bool there = false;           ///< and its history
  std::vector<Event> events;    ///< as they happened
  std::vector<Event> runs;      ///< what the journal says was run to its end, as the events that should be there
  bool empty_database = false;  ///< nobody's relations are in it; looked at only where nothing was ever run
};

/// Reads it, with a constant number of queries. Fails when the connected role may not.
[[nodiscard]] Result<History> read_history(db::Connection& connection);

/// The latest event of each revision that is in force (applied, not reverted since), as they happened.
[[nodiscard]] std::vector<const Event*> in_force(const History& history);

/// The latest event of every revision. The events live as long as the history.
class Latest {
 public:
  explicit Latest(const History& history);

  /// nullptr where nothing ever happened. `description` counts for repeatable ones only, leading zeros do not.
  [[nodiscard]] const Event* find(const std::string& version, const std::string& description) const;

 private:
  std::map<std::pair<std::string, std::string>, const Event*> events_;
};

/// Whether an event with this outcome leaves the revision applied.
[[nodiscard]] bool leaves_applied(const std::string& outcome);

/// SQL that writes `event` (its id, time and author are the server's), ends with a semicolon.
[[nodiscard]] std::string event_row(const Event& event);

}  // namespace trueup::apply
