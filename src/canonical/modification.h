#pragma once

#include <string>
#include <vector>

#include "canonical/query.h"

namespace trueup::canonical {

/// SET column = value, or SET (columns) = (query). No value: DEFAULT.
struct Assignment {
  std::vector<std::string> columns;
  Expr* value = nullptr;
};

/// What makes a query an INSERT, UPDATE or DELETE. Its WITH, FROM, WHERE and RETURNING (as targets) are the query's.
struct Modification {
  enum class Command { insert, update, remove };

  Command command = Command::insert;
  RangeEntry* target = nullptr;
  std::vector<std::string> columns;      ///< INSERT's, always stated
  std::vector<std::vector<Expr*>> rows;  ///< VALUES; nullptr is DEFAULT
  Query* source = nullptr;               ///< INSERT … SELECT
  std::string overriding;                ///< "", "SYSTEM", "USER"
  std::vector<Assignment> assignments;   ///< SET, of UPDATE and of ON CONFLICT DO UPDATE
  std::string conflict;                  ///< "", "NOTHING", "UPDATE"
  std::string constraint;                ///< ON CONFLICT ON CONSTRAINT
  std::vector<Expr*> arbiters;           ///< ON CONFLICT (…)
  Expr* arbiter_where = nullptr;
  Expr* conflict_where = nullptr;
};

}  // namespace trueup::canonical
