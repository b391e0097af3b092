#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hazards/hazard.h"
#include "hazards/history.h"
#include "model/catalog.h"
#include "parse/source.h"

namespace trueup::hazards {

/// One statement in its place.
struct Statement {
  const parse::Statement* parsed = nullptr;
  bool in_transaction = false;
  int transaction = 0;  ///< statements with the same number run in the same transaction

  [[nodiscard]] const parse::Node& node() const { return *parsed->node; }
};

/// Who runs the statements, and what they do besides.
struct Runner {
  bool plan = false;               ///< statements of a plan: trueup runs them, and says itself what they destroy
  bool owns_transactions = false;  ///< begins and commits by itself
  bool sets_timeouts = false;      ///< waits for locks no longer than lock_timeout, without being told in the SQL
  int server_version = 150000;     ///< server_version_num
  const Catalog* live = nullptr;   ///< the state before the first statement, where it is known
};

/// What a rule sees: a statement, what came before and what follows.
struct Scene {
  const Statement& statement;
  const History& history;  ///< what the statements before this one did
  const Runner& runner;
  std::span<const Statement> after;

  [[nodiscard]] const parse::Node& node() const { return statement.node(); }
};

/// What the rules found. Takes the hazard that is being looked for from whoever runs the rule.
class Report {
 public:
  Report(const Hazard& hazard, const Statement& statement, std::vector<Finding>& findings)
      : hazard_(hazard), statement_(statement), findings_(findings) {}

  /// At the statement's beginning. `safe` empty: as the hazard's row says.
  void add(std::string message, std::string safe = {});
  /// At a node's `location`.
  void add_at(int location, std::string message, std::string safe = {});
  /// Where `word`, a name, stands in the statement.
  void add_at_word(std::string_view word, std::string message, std::string safe = {});

 private:
  const Hazard& hazard_;
  const Statement& statement_;
  std::vector<Finding>& findings_;
};

}  // namespace trueup::hazards
