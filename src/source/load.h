#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "migrations/format.h"
#include "model/catalog.h"
#include "model/sizes.h"
#include "parse/script.h"
#include "source/source.h"
#include "source/throwaway.h"

namespace trueup::source {

/// A state, read and canonical.
struct Loaded {
  Source source;
  Catalog catalog;
  std::vector<parse::Script> scripts;  ///< the SQL it was read from; empty for a database
  parse::Subjects subjects = {};       ///< what its statements are about
  std::string freshness;            ///< when what it shows was so: "read just now", "files last edited 2026-11-20 …"
  std::string encoding;             ///< of a database: "UTF8"; "" for the rest
  std::string locale;               ///< of a database: "en_US.UTF-8"; "" for the rest
  std::optional<Sizes> sizes = {};  ///< of a database: what its tables hold
  std::set<ObjectId> parked;  ///< of a database, or what migrations make: what is parked there, no part of the state

  /// True when the catalog was read off a server, so that its names and types are a server's own.
  [[nodiscard]] bool introspected() const { return source.form == Form::database || source.form == Form::migrations; }
};

/// What loading may need of its surroundings.
struct LoadOptions {
  const Catalog* target = nullptr;  ///< the database that SQL is meant for: its version and extensions
  bool strict = false;
  bool run_code = true;                     ///< code in the files (DO, CALL) may run on the embedded server
  Throwaway* throwaway = nullptr;           ///< needed for migrations:DIR
  migrations::ReadOptions migrations = {};  ///< how to read migrations:DIR
};

/// Loads `source` into a canonical catalog. What is wrong or left out in it is in the catalog's diagnostics (among
/// them errors: the caller decides); fails when it cannot be read at all.
[[nodiscard]] Result<Loaded> load(const Source& source, const LoadOptions& options);

}  // namespace trueup::source
