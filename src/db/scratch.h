#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"

namespace trueup::db {

/// Where throwaway databases come from.
struct ScratchOptions {
  std::string pg_bin;      ///< directory of initdb and postgres; "" = TRUEUP_PG_BIN, pg_config, /usr/lib/postgresql/*
  std::string url;         ///< --scratch-url: an existing server to make databases on, instead of an own one
  int server_version = 0;  ///< server_version_num wanted; 0 = any. The same major, else the lowest newer one
  std::string locale = "C.UTF-8";
  std::string encoding = "UTF8";
  std::string kept = {};  ///< begin with the state kept under this key, if there is one; see keep()
};

/// A private, throwaway PostgreSQL: Unix socket in a 0700 directory, no TCP, fsync off; gone with this object, on
/// SIGINT/SIGTERM, and after a crash at the next start. The server also ends with the thread that started it.
/// Needs: start() on a thread that outlives the object. Follows docs/architecture.md, "The embedded server".
class Scratch {
 public:
  /// Starts one (under 0.3 s from a warm cache). Fails with what was looked for and what to do when no programs are
  /// found, or when this user cannot run PostgreSQL.
  static Result<Scratch> start(const ScratchOptions& options);

  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;
  ~Scratch();

  /// Makes an empty database (a copy of `like` when given) and returns its name. The login that is no superuser owns
  /// it.
  Result<std::string> create_database(const std::string& like = {});
  /// Ends the sessions in it and drops it.
  Result<void> drop_database(const std::string& name);

  /// Drops roles that were made for databases that are gone; one that something else still needs stays.
  void drop_roles(const std::set<std::string>& names);

  /// Connection string for `database`: as superuser, or as the login that is no superuser (who owns the databases).
  [[nodiscard]] std::string superuser_target(const std::string& database) const;
  [[nodiscard]] std::string user_target(const std::string& database) const;

  /// The login that is no superuser.
  [[nodiscard]] const std::string& user() const;

  [[nodiscard]] int server_version() const;
  [[nodiscard]] std::string version_text() const;  ///< "15.20"

  /// Keeps all that the server holds now under `key`, with `note`, for a later start(). Nothing may run on it
  /// meanwhile. Does nothing where it cannot be done: on a given server, without a cache, without room.
  void keep(const std::string& key, const std::string& note);

  /// The note of the kept state that it started from; nullopt where there was none.
  [[nodiscard]] std::optional<std::string> kept_note() const;

  /// What differs from what was asked for and stays unproven for it: an older version, a missing locale. For the user.
  [[nodiscard]] const std::vector<std::string>& notes() const;

 private:
  struct State;
  explicit Scratch(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace trueup::db
