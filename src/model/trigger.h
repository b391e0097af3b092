#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/expression.h"

namespace trueup {

/// A trigger on a table or view. The id's parent is the relation.
struct Trigger {
  std::string timing;                       ///< "before", "after", "instead of"
  std::vector<std::string> events;          ///< of "insert", "delete", "update", "truncate", in this order
  std::vector<std::string> update_columns;  ///< UPDATE OF, order kept
  bool for_each_row = false;
  bool constraint = false;
  bool deferrable = false;
  bool initially_deferred = false;
  std::optional<ObjectId> from_table;  ///< constraint trigger: FROM
  std::string old_table;               ///< REFERENCING OLD TABLE AS
  std::string new_table;
  Expression when;
  ObjectId function;
  std::vector<std::string> arguments;
  std::string enabled = "origin";  ///< "origin", "disabled", "replica", "always"

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("timing", self.timing);
    field("events", self.events);
    field("update_columns", self.update_columns);
    field("for_each_row", self.for_each_row);
    field("constraint", self.constraint);
    field("deferrable", self.deferrable);
    field("initially_deferred", self.initially_deferred);
    field("from_table", self.from_table);
    field("old_table", self.old_table);
    field("new_table", self.new_table);
    field("when", self.when);
    field("function", self.function);
    field("arguments", self.arguments);
    field("enabled", self.enabled);
  }
};

/// A row security policy. The id's parent is the table.
struct Policy {
  bool permissive = true;
  std::string command = "all";     ///< "all", "select", "insert", "update", "delete"
  std::vector<std::string> roles;  ///< sorted; "" is PUBLIC
  Expression using_expression;
  Expression check_expression;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("permissive", self.permissive);
    field("command", self.command);
    field("roles", self.roles);
    field("using", self.using_expression);
    field("check", self.check_expression);
  }
};

/// ALTER DEFAULT PRIVILEGES [FOR ROLE parent] [IN SCHEMA schema] … ON name. `grants` is what it adds to the built-in
/// default of new objects; `revoked` is what it takes from it (PUBLIC's EXECUTE on functions, say).
struct DefaultPrivilege {
  std::vector<std::string>
      grants;  ///< sorted, "GRANTEE PRIVILEGE" or "GRANTEE PRIVILEGE WITH GRANT OPTION", PUBLIC spelt "PUBLIC"
  std::vector<std::string> revoked;  ///< sorted, "GRANTEE PRIVILEGE"

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("grants", self.grants);
    field("revoked", self.revoked);
  }
};

}  // namespace trueup
