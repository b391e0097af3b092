#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "db/connection.h"
#include "plan/effect.h"

namespace trueup::effects {

/// What a statement did on a server, told like plan::Effect: relations by their names when it began.
struct Measured {
  std::map<std::string, plan::LockMode> locks;
  std::set<std::string> rewrites;
  std::set<std::string> scans;
};

/// Measures statements in one database, one after the other.
class Meter {
 public:
  /// `target`: a superuser's connection string. What is there now counts as in use, until it is dropped.
  static Result<Meter> open(const std::string& target);

  /// Runs `sql` in a transaction of its own and looks at the locks it holds, at new relfilenodes and at scans.
  Result<Measured> inside(const std::string& sql);

  /// Runs `sql` outside any while other sessions are in transactions that ran one of `in_the_way` each. They end one
  /// after the other; a further session looks at what `sql` holds and waits for.
  Result<Measured> outside(const std::string& sql, const std::vector<std::string>& in_the_way);

  /// Runs a statement that is no concern of anybody's (SET).
  Result<void> run(const std::string& sql);

 private:
  Meter(db::Connection connection, std::string target)
      : connection_(std::move(connection)), target_(std::move(target)) {}

  struct Relation {
    std::string name;
    std::string kind;   ///< pg_class.relkind
    std::string owner;  ///< oid of an index's table, or of the table whose column owns a sequence
    std::string file;
    long long scans = 0;
  };
  using Relations = std::map<std::string, Relation>;  ///< by oid
  Result<Relations> look();
  Result<std::map<std::string, plan::LockMode>> locks_of(db::Connection& looker, int pid);
  [[nodiscard]] std::map<std::string, plan::LockMode> named(const std::map<std::string, plan::LockMode>& by_oid,
                                                            const Relations& relations) const;

  db::Connection connection_;
  std::string target_;
  std::set<std::string> in_use_;  ///< oids
};

}  // namespace trueup::effects
