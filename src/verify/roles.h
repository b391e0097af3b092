#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.h"
#include "model/catalog.h"
#include "parse/node.h"

namespace trueup::verify {

/// Roles that a statement names (grantees, owners, policies, members …), those it creates left out.
void collect_roles(const parse::Node& statement, std::set<std::string>& names);

/// Roles that a catalog's objects name.
void collect_roles(const Catalog& catalog, std::set<std::string>& names);

/// The role that CREATE ROLE makes; "" for every other statement.
[[nodiscard]] std::string created_role(const parse::Node& statement);

/// The roles that scripts are about.
struct ScriptRoles {
  std::set<std::string> named;
  std::set<std::string> created;

  /// Adds those of `sql`, one or several statements.
  void add(std::string_view sql);
  /// Those that must exist before: named, and made by no CREATE ROLE.
  [[nodiscard]] std::set<std::string> needed() const;
};

/// Why a statement that a superuser would run must not run: it would hand a superuser's rights to a login that
/// somebody else's code runs under. "" where it may. `superuser` is asked what roles there are. A role that is about to
/// become a superuser is taken away from `logins`, who were only given it to act as it.
[[nodiscard]] std::string gives_power_away(const parse::Node& statement, const std::vector<std::string>& logins,
                                           db::Connection& superuser);

}  // namespace trueup::verify
