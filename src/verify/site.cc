#include "verify/site.h"

#include <fmt/format.h>

#include <utility>

#include "base/quote.h"
#include "parse/newer_syntax.h"
#include "parse/tree.h"
#include "verify/roles.h"
#include "verify/route.h"
#include "verify/security_label.h"
#include "verify/subscription.h"
#include "verify/superuser_owned.h"

namespace trueup::verify {

Result<Site> Site::open(db::Scratch& scratch, const std::string& database) {
  Result<db::Connection> user = db::Connection::open(scratch.user_target(database));
  if (!user) return user.error();
  Result<db::Connection> superuser = db::Connection::open(scratch.superuser_target(database));
  if (!superuser) return superuser.error();
  return Site(scratch, database, std::move(*user), std::move(*superuser));
}

Result<Site> Site::make(db::Scratch& scratch, const std::string& acting) {
  Result<std::string> database = scratch.create_database();
  if (!database) return database.error();
  Result<Site> opened = open(scratch, *database);
  if (!opened) return opened.error();
  Site site = std::move(*opened);
  const std::string role = acting.empty() ? scratch.user() : acting;
  if (Result<void> acts = site.act_as(role); !acts) return acts.error();
  return site;
}

std::string Site::released() const {
  std::string text;
  const auto add = [&](const std::vector<std::string>& words) {
    for (const std::string& word : words) text += '=' + word + '\0';  // an empty one is not the end
    text += '\0';
  };
  add({"database", database_});
  for (const std::string& role : made_roles_) add({"role", role});
  for (const std::string& role : lent_to_acting_) add({"lent", role});
  for (const auto& words : event_triggers_.stated()) add({"event trigger", words[0], words[1], words[2]});
  return text;
}

std::string Site::release(Site site) {
  site.scratch_ = nullptr;
  return site.released();
}

/// The words of one line as released() writes it, from the beginning of `text`, which is cut.
static std::vector<std::string> take_line(std::string_view& text) {
  std::vector<std::string> words;
  while (!text.empty() && text.front() != '\0') {
    const std::size_t end = std::min(text.find('\0'), text.size());
    std::string word(text.substr(std::min<std::size_t>(1, end), end - std::min<std::size_t>(1, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
    words.push_back(std::move(word));
  }
  if (!text.empty()) text.remove_prefix(1);
  return words;
}

std::string Site::database_of(std::string_view released) {
  const std::vector<std::string> first = take_line(released);
  return first.size() == 2 && first[0] == "database" ? first[1] : "";
}

Result<Site> Site::resume(db::Scratch& scratch, std::string_view released, const std::string& copy) {
  const Error unknown{.message = "a kept state of the embedded server is not as it was written", .hint = {}};
  const std::string database = database_of(released);
  if (database.empty()) return unknown;
  Result<Site> opened = open(scratch, copy.empty() ? database : copy);
  if (!opened) return opened;
  opened->acting_ = opened->stands_in_for_ = scratch.user();
  opened->borrowed_ = !copy.empty();
  while (!released.empty()) {
    const std::vector<std::string> words = take_line(released);
    if (words.size() == 2 && words[0] == "role") opened->made_roles_.insert(words[1]);
    if (words.size() == 2 && words[0] == "lent") opened->lent_to_acting_.insert(words[1]);
    if (words.size() == 4) opened->event_triggers_.take_over(words[1], words[2], words[3]);
  }
  return opened;
}

Site::Site(db::Scratch& scratch, std::string database, db::Connection user, db::Connection superuser)
    : scratch_(&scratch), database_(std::move(database)), user_(std::move(user)), superuser_(std::move(superuser)) {}

Site::Site(Site&& other) noexcept
    : scratch_(std::exchange(other.scratch_, nullptr)),
      database_(std::move(other.database_)),
      acting_(std::move(other.acting_)),
      stands_in_for_(std::move(other.stands_in_for_)),
      user_(std::move(other.user_)),
      superuser_(std::move(other.superuser_)),
      made_roles_(std::move(other.made_roles_)),
      event_triggers_(std::move(other.event_triggers_)),
      borrowed_(other.borrowed_),
      lent_to_acting_(std::move(other.lent_to_acting_)) {}

Site::~Site() {
  if (scratch_ == nullptr) return;
  drop_subscriptions();
  (void)scratch_->drop_database(database_);           // ends both sessions
  if (!borrowed_) scratch_->drop_roles(made_roles_);  // once nothing stands on them
}

Result<void> Site::act_as(const std::string& role) {
  acting_ = scratch_->user();
  stands_in_for_ = role;
  if (role == acting_) return {};
  if (Result<void> made = need_roles({role}); !made) return made;
  // Only a role made here: to act as somebody else's would let the author's code act as it.
  if (!made_roles_.contains(role)) return {};
  acting_ = role;
  Result<db::Rows> given =
      superuser_.run(fmt::format("ALTER DATABASE {} OWNER TO {}", quote_identifier(database_), quote_identifier(role)));
  if (!given) return given.error();
  Result<db::Rows> set = user_.run("SET ROLE " + quote_identifier(role));
  if (!set) return set.error();
  return {};
}

Result<void> Site::need_roles(const std::set<std::string>& names) {
  Result<db::Rows> existing = superuser_.run("SELECT rolname, rolsuper FROM pg_catalog.pg_roles");
  if (!existing) return existing.error();
  std::map<std::string, bool> there;
  for (std::size_t i = 0; i < existing->size(); ++i) there[existing->text(i, 0)] = existing->boolean(i, 1);
  for (const std::string& name : names) {
    if (name.empty() || name == "public" || name == scratch_->user() || name.starts_with("pg_")) continue;
    const std::string role = quote_identifier(name);
    if (!there.contains(name)) {
      Result<db::Rows> made = superuser_.run("CREATE ROLE " + role);
      if (!made) return made.error();
      made_roles_.insert(name);
    }
    if (!made_roles_.contains(name) || there[name]) continue;  // nobody acts as a superuser
    (void)superuser_.run(fmt::format("GRANT {} TO {}", role, quote_identifier(scratch_->user())));
    // Fails where the acting role belongs to `name` by the schema's own will: it then has those rights already.
    if (name != acting_ && superuser_.run(fmt::format("GRANT {} TO {}", role, quote_identifier(acting_))))
      lent_to_acting_.insert(name);
  }
  return {};
}

bool Site::is_own(const ObjectId& id) const {
  const auto own = [&](const std::string& role) { return role == scratch_->user() || role == "trueup_superuser"; };
  if (id.kind == Kind::role) return own(id.name);
  if (id.kind != Kind::membership) return false;
  return own(id.name) || own(id.parent) || (id.name == acting_ && lent_to_acting_.contains(id.parent));
}

Result<void> Site::reset_session(std::string_view path) {
  Result<db::Rows> reset = user_.run(
      fmt::format("RESET ALL; SET ROLE {}; SET DateStyle = 'ISO, MDY'; SET IntervalStyle = 'postgres'; SET TimeZone = "
                  "'UTC'; SET client_min_messages = error; SET statement_timeout = '60s'; SET search_path = {}",
                  quote_identifier(acting_), path));
  if (!reset) return reset.error();
  return {};
}

Result<void> Site::run(std::string_view sql) {
  parse::SyntaxError ignored;
  const parse::Tree tree = parse::Tree::of_script(sql, &ignored);
  if (tree.ok() && tree.size() == 1) return run(sql, *tree[0].stmt);
  const std::string membership = parse::without_membership_options(sql);
  const parse::Tree known = membership.empty() ? parse::Tree() : parse::Tree::of_script(membership, &ignored);
  if (known.size() == 1) return run(sql, *known[0].stmt);
  Result<db::Rows> done = user_.run(sql);
  if (!done) return done.error();
  return {};
}

Result<void> Site::run(std::string_view sql, const parse::Node& statement) {
  const Route route = route_of(statement);
  if (route.login == Login::nobody)
    return Error{.message = "not run on the embedded server: " + route.reason, .hint = {}};
  if (route.login == Login::superuser) return run_as_superuser(sql, statement);
  Result<db::Rows> done = user_.run(sql);
  if (!done) return done.error();
  return {};
}

/// True for statements that make a superuser the owner of something.
static bool makes_owned(const parse::Node& statement) {
  switch (static_cast<int>(statement.node_case)) {
    case PG_QUERY__NODE__NODE_CREATE_FUNCTION_STMT:
    case PG_QUERY__NODE__NODE_DEFINE_STMT:
    case PG_QUERY__NODE__NODE_CREATE_OP_CLASS_STMT:
    case PG_QUERY__NODE__NODE_CREATE_OP_FAMILY_STMT:
    case PG_QUERY__NODE__NODE_CREATE_PLANG_STMT:
      return true;
    default:
      return false;
  }
}

Result<void> Site::run_as_superuser(std::string_view sql, const parse::Node& statement) {
  const bool event_trigger = EventTriggers::concern(statement);  // whose owner stays as it is
  if (std::string reason =
          event_trigger ? std::string() : gives_power_away(statement, {scratch_->user(), acting_}, superuser_);
      !reason.empty())
    return Error{.message = std::move(reason), .hint = {}};
  Result<db::Rows> shown = user_.run("SHOW search_path");
  if (!shown) return shown.error();
  std::string path = shown->text(0, 0);
  // An extension whose schema nobody states goes where the session creates things: to public, as in any other client.
  if (statement.node_case == PG_QUERY__NODE__NODE_CREATE_EXTENSION_STMT && path == "\"\"") path = "public";
  Result<db::Rows> set = superuser_.run(fmt::format(
      "SET check_function_bodies = off; SELECT pg_catalog.set_config('search_path', {}, false)", quote_literal(path)));
  if (!set) return set.error();
  if (Result<void> safe = check_validator(statement); !safe) return safe;
  if (statement.node_case == PG_QUERY__NODE__NODE_SEC_LABEL_STMT)
    return put_security_label(superuser_, sql, *statement.sec_label_stmt);
  if (is_subscription(statement)) return run_subscription(sql, statement);
  if (const std::string owner = superuser_owner(statement); !owner.empty()) return give_to(owner, std::string(sql));
  if (event_trigger) return event_triggers_.run(superuser_, sql, statement);
  const std::string role = created_role(statement);
  if (!role.empty() && made_roles_.contains(role)) return alter_made_role(sql);
  Result<db::Rows> done = superuser_.run(sql);
  if (!done && statement.node_case == PG_QUERY__NODE__NODE_GRANT_ROLE_STMT) {
    stop_acting_as(statement);
    done = superuser_.run(sql);
  }
  if (!done) return done.error();
  if (!role.empty()) {
    made_roles_.insert(role);
    return need_roles({role});  // its owner-to-be statements need to act as it
  }
  if (statement.node_case == PG_QUERY__NODE__NODE_ALTER_ROLE_STMT) return need_roles(made_roles_);
  if (makes_owned(statement)) hand_over();
  if (statement.node_case == PG_QUERY__NODE__NODE_CREATE_EXTENSION_STMT) share_wrappers();
  const std::string made = made_by_superuser(statement);
  return made.empty() ? Result<void>() : give_to(acting_, "ALTER " + made + " OWNER TO " + quote_identifier(acting_));
}

/// Only a superuser may take over what only a superuser may own: the role is one for as long as it takes. Nobody else
/// sees that, for it is one transaction.
Result<void> Site::give_to(const std::string& role, const std::string& sql) {
  Result<db::Rows> is_one =
      superuser_.run("SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = " + quote_literal(role));
  if (!is_one) return is_one.error();
  const bool already = is_one->empty() || is_one->boolean(0, 0);
  const std::string name = quote_identifier(role);
  const std::string text =
      already ? sql : fmt::format("ALTER ROLE {0} SUPERUSER; {1}; ALTER ROLE {0} NOSUPERUSER", name, sql);
  Result<db::Rows> done = superuser_.run(text);
  if (!done) return done.error();
  return {};
}

/// From version 16 on a subscription whose owner is no superuser asks for a password with each change: a superuser owns
/// it as long as the change takes.
Result<void> Site::alter_subscription(const std::string& sql, const parse::Node& statement) {
  const std::string name = statement.alter_subscription_stmt->subname;
  std::string owner;
  if (superuser_.server_version() >= 160000) {
    Result<db::Rows> found = superuser_.run(
        "SELECT r.rolname FROM pg_catalog.pg_subscription s JOIN pg_catalog.pg_roles r ON r.oid = s.subowner JOIN "
        "pg_catalog.pg_database d ON d.oid = s.subdbid WHERE d.datname = pg_catalog.current_database() AND s.subname "
        "= " +
        quote_literal(name));
    if (!found) return found.error();
    if (!found->empty()) owner = found->text(0, 0);
  }
  const std::string give = "ALTER SUBSCRIPTION " + quote_identifier(name) + " OWNER TO ";
  if (!owner.empty())
    if (Result<db::Rows> taken = superuser_.run(give + "CURRENT_USER"); !taken) return taken.error();
  Result<db::Rows> done = superuser_.run(sql);
  if (!owner.empty())
    if (Result<db::Rows> back = superuser_.run(give + quote_identifier(owner)); done && !back) return back.error();
  if (!done) return done.error();
  return {};
}

Result<void> Site::run_subscription(std::string_view sql, const parse::Node& statement) {
  const bool alters = statement.node_case == PG_QUERY__NODE__NODE_ALTER_SUBSCRIPTION_STMT;
  for (const std::string& each : without_connecting(sql, statement)) {
    if (each.ends_with(" ENABLE")) {
      Result<db::Rows> workers = superuser_.run("SHOW max_worker_processes");
      if (!workers || workers->text(0, 0) != "0")
        return Error{.message = "a subscription is not enabled on a server that could run it", .hint = {}};
    }
    if (alters) {
      if (Result<void> altered = alter_subscription(each, statement); !altered) return altered;
      continue;
    }
    Result<db::Rows> done = superuser_.run(each);
    if (!done) return done.error();
  }
  const std::string made = made_by_superuser(statement);
  return made.empty() ? Result<void>() : give_to(acting_, "ALTER " + made + " OWNER TO " + quote_identifier(acting_));
}

/// A wrapper's validator is called when options are set: as a superuser, it must not be the author's own code.
Result<void> Site::check_validator(const parse::Node& statement) {
  std::string condition;
  if (const std::string name = named_validator(statement); !name.empty())
    condition = fmt::format("p.oid = pg_catalog.to_regprocedure({})", quote_literal(name + "(pg_catalog.text[], oid)"));
  else if (statement.node_case == PG_QUERY__NODE__NODE_ALTER_FDW_STMT)
    condition = fmt::format("p.oid = (SELECT fdwvalidator FROM pg_catalog.pg_foreign_data_wrapper WHERE fdwname = {})",
                            quote_literal(statement.alter_fdw_stmt->fdwname));
  if (condition.empty()) return {};
  Result<db::Rows> code = superuser_.run(
      "SELECT FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_language l ON l.oid = p.prolang WHERE l.lanname NOT IN "
      "('c', 'internal') AND " +
      condition);
  if (!code) return code.error();
  if (!code->empty())
    return Error{.message = "not run on the embedded server: the wrapper's validator is not written in C", .hint = {}};
  return {};
}

/// Servers are made by the acting role: it may use the wrappers that an extension brings, as a superuser might.
void Site::share_wrappers() {
  Result<db::Rows> wrappers = superuser_.run("SELECT fdwname FROM pg_catalog.pg_foreign_data_wrapper");
  for (std::size_t i = 0; wrappers && i < wrappers->size(); ++i)
    (void)superuser_.run(fmt::format("GRANT USAGE ON FOREIGN DATA WRAPPER {} TO {}",
                                     quote_identifier(wrappers->text(i, 0)), quote_identifier(acting_)));
}

/// A database with subscriptions cannot be dropped.
void Site::drop_subscriptions() {
  Result<db::Rows> names = superuser_.run(
      "SELECT subname FROM pg_catalog.pg_subscription WHERE subdbid = (SELECT oid FROM pg_catalog.pg_database WHERE "
      "datname = pg_catalog.current_database())");
  for (std::size_t i = 0; names && i < names->size(); ++i) {
    const std::string name = quote_identifier(names->text(i, 0));
    (void)superuser_.run(fmt::format("ALTER SUBSCRIPTION {} DISABLE", name));
    (void)superuser_.run(fmt::format("ALTER SUBSCRIPTION {} SET (slot_name = NONE)", name));
    (void)superuser_.run("DROP SUBSCRIPTION " + name);
  }
}

/// The schema's own memberships come first: the acting role cannot belong to a role that is to belong to it.
void Site::stop_acting_as(const parse::Node& grant) {
  std::set<std::string> named;
  collect_roles(grant, named);
  for (const std::string& role : named)
    (void)superuser_.run(fmt::format("REVOKE {} FROM {}", quote_identifier(role), quote_identifier(acting_)));
}

/// CREATE ROLE of a role that had to be made beforehand (the acting one): only its attributes are missing.
Result<void> Site::alter_made_role(std::string_view sql) {
  const std::size_t name = sql.find_first_of(" \t\n", sql.find_first_not_of(" \t\n", 6));
  const bool login = (sql[sql.find_first_not_of(" \t\n", 6)] | 0x20) == 'u';
  Result<db::Rows> done = superuser_.run(fmt::format("ALTER ROLE{}{}", sql.substr(name), login ? " LOGIN" : ""));
  if (!done) return done.error();
  return {};
}

/// What only a superuser can create belongs to the acting role afterwards, like everything else. Not yet a type that is
/// only announced: who announced it must define it.
void Site::hand_over() {
  // Nothing of the author's must stand in for an operator here.
  if (!superuser_.run("SET search_path = pg_catalog")) return;
  Result<db::Rows> made = superuser_.run(R"(
    SELECT CASE WHEN o.catalog = 'pg_catalog.pg_proc'::pg_catalog.regclass THEN 'routine' ELSE i.type END, i.identity
    FROM (SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass, oid, proowner FROM pg_catalog.pg_proc
          UNION ALL SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, oid, typowner FROM pg_catalog.pg_type
            WHERE typtype = 'b' AND typelem = 0
          UNION ALL SELECT 'pg_catalog.pg_opfamily'::pg_catalog.regclass, oid, opfowner FROM pg_catalog.pg_opfamily
          UNION ALL SELECT 'pg_catalog.pg_opclass'::pg_catalog.regclass, oid, opcowner FROM pg_catalog.pg_opclass
          UNION ALL SELECT 'pg_catalog.pg_language'::pg_catalog.regclass, oid, lanowner FROM pg_catalog.pg_language)
         o (catalog, oid, owner)
      CROSS JOIN LATERAL pg_catalog.pg_identify_object(o.catalog, o.oid, 0) i
    WHERE o.owner = 10 AND o.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = o.catalog
      AND d.objid = o.oid AND d.deptype IN ('e', 'i')))");
  for (std::size_t i = 0; made && i < made->size(); ++i)
    (void)superuser_.run(
        fmt::format("ALTER {} {} OWNER TO {}", made->text(i, 0), made->text(i, 1), quote_identifier(acting_)));
}

}  // namespace trueup::verify
