#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "db/connection.h"
#include "db/scratch.h"
#include "model/object_id.h"
#include "parse/node.h"
#include "verify/event_triggers.h"

namespace trueup::verify {

/// A database on the embedded server with both logins connected, and the roles that were made for it. Both go with it.
/// Roles are the whole server's: only one site with roles at a time.
class Site {
 public:
  /// Makes an empty database. Statements run as the role `acting` (made where missing; "" = the user login itself):
  /// it owns the database and what they create. On somebody else's server a role of that name may not be ours to act
  /// as: the user login then stands in for it.
  static Result<Site> make(db::Scratch& scratch, const std::string& acting);

  Site(Site&& other) noexcept;
  Site& operator=(Site&&) = delete;
  ~Site();

  /// Goes on with a database that release() left behind, on this server or a later one that started from its kept
  /// state. `copy`: a copy of it, made since; the roles then stay the other's, and do not go with this site.
  static Result<Site> resume(db::Scratch& scratch, std::string_view released, const std::string& copy = {});

  /// What resume() needs to know; closes the site without dropping anything. Needs: acting() is the user login.
  static std::string release(Site site);

  /// The same, while the site goes on.
  [[nodiscard]] std::string released() const;

  /// The database that release() left behind; "" when that is not to be told.
  [[nodiscard]] static std::string database_of(std::string_view released);

  /// Makes roles that are missing, without login, and lets the user login act as them.
  Result<void> need_roles(const std::set<std::string>& names);

  /// Runs one statement under the login that its kind asks for (see route_of). Text that libpg_query cannot read runs
  /// as the user. Fails with the server's message, or with why the statement is not run at all.
  Result<void> run(std::string_view sql);
  Result<void> run(std::string_view sql, const parse::Node& statement);

  /// Sets the session back to what a new one has, with search_path `path`.
  Result<void> reset_session(std::string_view path);

  /// What the database holds, as stated: what the embedded server cannot have as it is (enabled event triggers) is
  /// restored in `catalog`.
  void restore(Catalog& catalog) const { event_triggers_.restore(catalog, acting_); }

  /// True for roles and memberships that are the embedded server's own or were made only so that statements can run.
  [[nodiscard]] bool is_own(const ObjectId& id) const;

  /// The role that owns what statements create, and the one it stands in for (the same unless that was impossible).
  [[nodiscard]] const std::string& acting() const { return acting_; }
  [[nodiscard]] const std::string& stands_in_for() const { return stands_in_for_; }

  [[nodiscard]] db::Connection& user() { return user_; }
  [[nodiscard]] db::Connection& superuser() { return superuser_; }
  [[nodiscard]] const std::string& database() const { return database_; }

 private:
  Site(db::Scratch& scratch, std::string database, db::Connection user, db::Connection superuser);
  static Result<Site> open(db::Scratch& scratch, const std::string& database);
  Result<void> act_as(const std::string& role);
  Result<void> run_as_superuser(std::string_view sql, const parse::Node& statement);
  Result<void> alter_made_role(std::string_view sql);
  void stop_acting_as(const parse::Node& grant);
  void hand_over();
  void share_wrappers();
  Result<void> give_to(const std::string& role, const std::string& sql);
  Result<void> alter_subscription(const std::string& sql, const parse::Node& statement);
  Result<void> run_subscription(std::string_view sql, const parse::Node& statement);
  Result<void> check_validator(const parse::Node& statement);
  void drop_subscriptions();

  db::Scratch* scratch_;
  std::string database_;
  std::string acting_;
  std::string stands_in_for_;
  db::Connection user_;
  db::Connection superuser_;
  std::set<std::string> made_roles_;
  EventTriggers event_triggers_;
  bool borrowed_ = false;                 ///< the roles are another site's
  std::set<std::string> lent_to_acting_;  ///< roles that the acting role was made a member of
};

}  // namespace trueup::verify
