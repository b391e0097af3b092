#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "db/connection.h"
#include "model/catalog.h"
#include "parse/node.h"

namespace trueup::verify {

/// Event triggers on the embedded server. Only a superuser can make them, and an enabled one would run the author's
/// function as the superuser: so they are made switched off, in one transaction, and what was stated of them is kept
/// here and put into what is read back.
class EventTriggers {
 public:
  /// True for statements that make or change event triggers.
  [[nodiscard]] static bool concern(const parse::Node& statement);

  /// Runs such a statement. Fails with the server's message.
  Result<void> run(db::Connection& superuser, std::string_view sql, const parse::Node& statement);

  /// What was stated, put into the catalog of the database; those that state no owner belong to `role`.
  void restore(Catalog& catalog, const std::string& role) const;

  /// What was stated, as lines of three texts each (name, when it fires, owner), to go on from later.
  [[nodiscard]] std::vector<std::vector<std::string>> stated() const;
  void take_over(const std::string& name, const std::string& enabled, const std::string& owner);

 private:
  struct Stated {
    std::string enabled = "origin";
    std::string owner;  ///< "" = nobody was stated
  };
  Result<void> create(db::Connection& superuser, std::string_view sql, const std::string& name);

  std::map<std::string, Stated> stated_;
};

}  // namespace trueup::verify
