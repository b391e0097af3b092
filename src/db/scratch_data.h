#pragma once

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
};

/// The bootstrap superuser. Not "postgres": a schema may name that role, and must get an ordinary one.
inline constexpr const char* superuser_name = "trueup_superuser";
/// The login that desired SQL runs under.
inline constexpr const char* user_name = "trueup_user";

/// Fills the empty directory `data` with a cluster that has both logins and only the database template1: a copy from
/// the cache, or initdb and then a copy into the cache (built aside and renamed: two first runs do not race).
/// `fresh` does without what the cache holds. Gives the programs' version, "15.20".
[[nodiscard]] Result<std::string> fill_data(const DataOptions& options, const ServerUser& user, const std::string& data,
                                            const std::string& log, bool fresh);

}  // namespace trueup::db
