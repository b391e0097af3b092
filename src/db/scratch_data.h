#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "db/scratch_process.h"
#include "db/scratch_programs.h"

namespace trueup::db {

/// What a data directory is made with; each combination is prepared once per user and kept in their cache directory.
struct DataOptions {
  Programs programs;
  std::string locale;
  std::string encoding;
  std::string kept;  ///< the key of a kept state to copy instead (see kept_state.h); "" = none
};

/// What a data directory was filled with.
struct FilledData {
  std::string version;              ///< of the programs: "15.20"
  std::optional<std::string> note;  ///< of the kept state that it is a copy of
};

/// Where this user's prepared directories are kept; nullopt when there is no such place. Made where missing.
[[nodiscard]] std::optional<std::string> cache_directory();

/// What tells one prepared directory from another: the programs' path, time and size, locale and encoding.
[[nodiscard]] std::string key_of(const DataOptions& options);

/// The bootstrap superuser. Not "postgres": a schema may name that role, and must get an ordinary one.
inline constexpr const char* superuser_name = "trueup_superuser";
/// The login that desired SQL runs under.
inline constexpr const char* user_name = "trueup_user";

/// Fills the empty directory `data` with a cluster that has both logins and only the database template1: a copy from
/// the cache, or initdb and then a copy into the cache (built aside and renamed: two first runs do not race).
/// `fresh` does without what the cache holds.
[[nodiscard]] Result<FilledData> fill_data(const DataOptions& options, const ServerUser& user, const std::string& data,
                                           const std::string& log, bool fresh);

}  // namespace trueup::db
