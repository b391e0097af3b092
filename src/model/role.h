#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace trueup {

/// A cluster role. Passwords are never read and never compared. Roles are created and altered when the desired
/// state names them, never dropped. Following CREATE ROLE.
struct Role {
  bool superuser = false;
  bool create_db = false;
  bool create_role = false;
  bool inherit = true;
  bool login = false;
  bool replication = false;
  bool bypass_rls = false;
  std::int64_t connection_limit = -1;
  std::string valid_until;                      ///< as written, "" for none
  std::map<std::string, std::string> settings;  ///< ALTER ROLE … SET name TO value

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("superuser", self.superuser);
    field("create_db", self.create_db);
    field("create_role", self.create_role);
    field("inherit", self.inherit);
    field("login", self.login);
    field("replication", self.replication);
    field("bypass_rls", self.bypass_rls);
    field("connection_limit", self.connection_limit);
    field("valid_until", self.valid_until);
    field("settings", self.settings);
  }
};

/// One role's membership in another (GRANT parent TO member). Identity: parent = the granted role, name = the member.
struct Membership {
  bool admin = false;
  bool inherit = true;  ///< from version 16 on; before, the member's own INHERIT decides
  bool set = true;      ///< SET ROLE is allowed; from version 16 on

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("admin", self.admin);
    field("inherit", self.inherit);
    field("set", self.set);
  }
};

}  // namespace trueup
