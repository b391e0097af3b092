#include "verify/load.h"

#include <fmt/format.h>

#include <deque>
#include <optional>
#include <set>

#include "base/quote.h"
#include "parse/source.h"
#include "parse/tree.h"
#include "verify/foreign_keys.h"
#include "verify/roles.h"
#include "verify/roles_in_code.h"
#include "verify/route.h"

namespace trueup::verify {

namespace {

using parse::Node;

enum class Part {
  schema,   ///< states something
  session,  ///< SET and the like: run again whenever its file is taken up again
  code,     ///< may do anything: DO, SELECT, INSERT …
  none,     ///< nothing to run: BEGIN, COMMIT, COPY …
};

bool sets_search_path(const Node& select) {
  bool found = false;
  parse::for_each_node(select, [&](const Node& node) {
    if (node.node_case == PG_QUERY__NODE__NODE_FUNC_CALL)
      found |= parse::last_string(parse::nodes(node.func_call->n_funcname, node.func_call->funcname)) == "set_config";
    return !found;
  });
  return found;
}

Part part_of(const Node& statement) {
  switch (static_cast<int>(statement.node_case)) {
    case PG_QUERY__NODE__NODE_VARIABLE_SET_STMT:
    case PG_QUERY__NODE__NODE_DISCARD_STMT:
      return Part::session;
    case PG_QUERY__NODE__NODE_SELECT_STMT:
      return sets_search_path(statement) ? Part::session : Part::code;
    case PG_QUERY__NODE__NODE_INSERT_STMT:
    case PG_QUERY__NODE__NODE_UPDATE_STMT:
    case PG_QUERY__NODE__NODE_DELETE_STMT:
    case PG_QUERY__NODE__NODE_MERGE_STMT:
    case PG_QUERY__NODE__NODE_TRUNCATE_STMT:
    case PG_QUERY__NODE__NODE_CALL_STMT:
    case PG_QUERY__NODE__NODE_REFRESH_MAT_VIEW_STMT:
    case PG_QUERY__NODE__NODE_DO_STMT:
      return Part::code;
    case PG_QUERY__NODE__NODE_TRANSACTION_STMT:
    case PG_QUERY__NODE__NODE_COPY_STMT:
    case PG_QUERY__NODE__NODE_VACUUM_STMT:
    case PG_QUERY__NODE__NODE_REINDEX_STMT:
    case PG_QUERY__NODE__NODE_CLUSTER_STMT:
    case PG_QUERY__NODE__NODE_CHECK_POINT_STMT:
    case PG_QUERY__NODE__NODE_LOCK_STMT:
    case PG_QUERY__NODE__NODE_VARIABLE_SHOW_STMT:
    case PG_QUERY__NODE__NODE_EXPLAIN_STMT:
    case PG_QUERY__NODE__NODE_NOTIFY_STMT:
    case PG_QUERY__NODE__NODE_LISTEN_STMT:
      return Part::none;
    default:
      return Part::schema;
  }
}

struct Task {
  const parse::Statement* statement;
  Part part;
  bool done = false;
  std::string error;
};

struct File {
  parse::Source source;
  std::vector<Task> tasks;

  [[nodiscard]] bool finished() const {
    for (const Task& task : tasks)
      if (task.part != Part::session && !task.done) return false;
    return true;
  }
};

/// A foreign key that was split off its table.
struct Later {
  const parse::Statement* statement;
  std::string sql;
  std::string path;
};

class Loader {
 public:
  Loader(Site& site, Scope scope) : site_(site), scope_(scope) {}

  Result<Loaded> run(const std::vector<parse::Script>& scripts);

 private:
  void read(const std::vector<parse::Script>& scripts);
  void leave_out(const Task& task, std::string why);
  Result<void> make_roles();
  Result<bool> round(bool pass_over_failures);
  std::optional<std::size_t> run_together(std::vector<Task>& tasks, std::size_t first);
  bool attempt(Task& task);
  bool make_role_for(std::string& code, const std::string& refused);
  bool split_tables();
  bool without_foreign_keys(Task& task);
  void add_foreign_keys();
  void fail(const parse::Statement& statement, std::string message);

  Site& site_;
  Scope scope_;
  std::deque<File> files_;  // statements point into them
  std::vector<Later> later_;
  Loaded loaded_;
};

void Loader::read(const std::vector<parse::Script>& scripts) {
  for (const parse::Script& script : scripts) {
    File& file = files_.emplace_back();
    parse::load(script, file.source, loaded_.failed, site_.superuser().server_version());
    for (const parse::Statement& statement : file.source.statements) {
      Task task{.statement = &statement, .part = part_of(*statement.node), .done = false, .error = {}};
      const Route route = route_of(*statement.node);
      task.done = true;
      if (route.login == Login::nobody)
        leave_out(task, "not run on the embedded server: " + route.reason);
      else if (task.part == Part::none || (task.part == Part::code && scope_ == Scope::schema))
        leave_out(task, "states no object");
      else
        task.done = false;
      file.tasks.push_back(std::move(task));
    }
  }
}

void Loader::leave_out(const Task& task, std::string why) {
  const parse::Statement& statement = *task.statement;
  if (statement.node->node_case == PG_QUERY__NODE__NODE_TRANSACTION_STMT) return;
  loaded_.left_out.push_back({.severity = Severity::note,
                              .code = "not-run",
                              .message = std::move(why),
                              .where = statement.source->location(statement.offset),
                              .hint = {},
                              .excerpt = statement.source->excerpt(statement.offset)});
}

Result<void> Loader::make_roles() {
  std::set<std::string> named;
  std::set<std::string> created;
  for (const File& file : files_)
    for (const Task& task : file.tasks) {
      if (task.done) continue;
      collect_roles(*task.statement->node, named);
      if (const std::string role = created_role(*task.statement->node); !role.empty()) created.insert(role);
      if (task.part == Part::code) created.merge(roles_in_code(task.statement->text()));
    }
  for (const std::string& role : created) named.erase(role);
  return site_.need_roles(named);
}

bool Loader::attempt(Task& task) {
  Result<void> ran = site_.run(task.statement->text(), *task.statement->node);
  std::string code = task.part == Part::code && !ran ? std::string(task.statement->text()) : std::string();
  while (!ran && task.part == Part::code && make_role_for(code, ran.error().message))
    ran = site_.run(code, *task.statement->node);
  task.done = ran.ok();
  task.error = ran ? std::string() : ran.error().message;
  return task.done;
}

/// The login that runs code may make no roles. One that `code` was refused is made for it, as a statement of the files
/// would be, and `code` goes on without it.
bool Loader::make_role_for(std::string& code, const std::string& refused) {
  constexpr std::string_view opening = "SQL statement \"";
  const std::size_t from = refused.find(opening);
  const std::size_t to = refused.find("\"\nPL/pgSQL", from);
  if (from == std::string::npos || to == std::string::npos) return false;
  const std::string sql = refused.substr(from + opening.size(), to - from - opening.size());
  const parse::Tree tree = parse::Tree::of_script(sql, nullptr);
  const std::size_t at = code.find(sql);
  if (tree.size() != 1 || at == std::string::npos) return false;
  const std::string role = created_role(*tree[0].stmt);
  if (role.empty() || !site_.run(sql, *tree[0].stmt)) return false;
  loaded_.roles_made.insert(role);
  code.replace(at, sql.size(),
               "SET LOCAL trueup.role TO made");  // a statement that does nothing, in PL/pgSQL and EXECUTE
  return true;
}

/// Runs statements from `first` on as one text while they are of the plain kind: a thousand round trips less. All or
/// nothing; gives how many there were, nullopt when the server refused them: what cannot run in one transaction runs
/// one by one then.
std::optional<std::size_t> Loader::run_together(std::vector<Task>& tasks, std::size_t first) {
  constexpr std::size_t worth_it = 16;
  std::string text;
  std::size_t end = first;
  for (; end < tasks.size(); ++end) {
    const Task& task = tasks[end];
    if (task.part != Part::schema || task.done || route_of(*task.statement->node).login != Login::user) break;
    text.append(task.statement->text()).append(";\n");
  }
  if (end - first < worth_it) return 0;
  if (!site_.user().run(text)) return std::nullopt;
  for (std::size_t i = first; i < end; ++i) tasks[i].done = true;
  return end - first;
}

/// Takes every file up again from its first statement not yet done. True when a statement was done.
Result<bool> Loader::round(bool pass_over_failures) {
  bool moved = false;
  for (File& file : files_) {
    if (file.finished()) continue;
    if (Result<void> reset = site_.reset_session("public"); !reset) return reset.error();
    bool together = !pass_over_failures;
    for (std::size_t i = 0; i < file.tasks.size(); ++i) {
      Task& task = file.tasks[i];
      if (task.done) continue;
      if (together && task.part == Part::schema) {
        const std::optional<std::size_t> done = run_together(file.tasks, i);
        together = done.has_value();
        moved |= done.value_or(0) > 0;
        if (task.done) continue;
      }
      // A server older or newer than the file's author may not know a setting; the rest does not depend on it.
      if (task.part == Part::session) {
        (void)site_.run(task.statement->text(), *task.statement->node);
        continue;
      }
      if (attempt(task)) {
        moved = true;
      } else if (!pass_over_failures) {
        break;
      }
    }
  }
  return moved;
}

/// Two tables that reference each other inline can be made by no order of statements. Makes tables that wait without
/// their foreign keys, which become statements of their own.
bool Loader::split_tables() {
  bool moved = false;
  for (File& file : files_) {
    if (!site_.reset_session("public")) return moved;
    for (Task& task : file.tasks) {
      if (task.part == Part::session) (void)site_.run(task.statement->text(), *task.statement->node);
      if (!task.done && task.statement->node->node_case == PG_QUERY__NODE__NODE_CREATE_STMT)
        moved |= without_foreign_keys(task);
    }
  }
  return moved;
}

bool Loader::without_foreign_keys(Task& task) {
  std::optional<SplitTable> split = split_off_foreign_keys(task.statement->text());
  if (!split || !site_.run(split->table)) return false;
  task.done = true;
  Result<db::Rows> path = site_.user().run("SHOW search_path");
  for (std::string& key : split->foreign_keys)
    later_.push_back({.statement = task.statement, .sql = std::move(key), .path = path ? path->text(0, 0) : "public"});
  return true;
}

/// Foreign keys that were split off, once no table waits any more.
void Loader::add_foreign_keys() {
  for (const Later& key : later_) {
    Result<void> added = site_.reset_session(key.path);
    if (added) added = site_.run(key.sql);
    if (!added) fail(*key.statement, added.error().message);
  }
}

void Loader::fail(const parse::Statement& statement, std::string message) {
  loaded_.failed.push_back({.severity = Severity::error,
                            .code = statement.unread ? "newer-syntax" : "statement-failed",
                            .message = std::move(message),
                            .where = statement.source->location(statement.offset),
                            .hint = {},
                            .excerpt = statement.source->excerpt(statement.offset)});
}

Result<Loaded> Loader::run(const std::vector<parse::Script>& scripts) {
  read(scripts);
  if (Result<void> made = make_roles(); !made) return made.error();
  for (;;) {
    Result<bool> moved = round(false);
    if (moved && !*moved) moved = round(true);
    if (!moved) return moved.error();
    if (!*moved && !split_tables()) break;
  }
  add_foreign_keys();
  for (const File& file : files_)
    for (const Task& task : file.tasks)
      if (!task.done && task.part != Part::session) fail(*task.statement, task.error);
  return std::move(loaded_);
}

}  // namespace

Scope scope_of(const Catalog& stated) { return stated.code.empty() ? Scope::schema : Scope::everything; }

Result<Loaded> load(Site& site, const std::vector<parse::Script>& scripts, Scope scope) {
  return Loader(site, scope).run(scripts);
}

}  // namespace trueup::verify
