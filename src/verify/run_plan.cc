#include "verify/run_plan.h"

#include "ddl/rules.h"
#include "parse/tree.h"
#include "verify/roles.h"
#include "verify/route.h"

namespace trueup::verify {

namespace {

/// The user's transaction: begun when first needed.
class Transaction {
 public:
  explicit Transaction(db::Connection& connection) : connection_(connection) {}

  Result<void> begin() {
    if (open_) return {};
    Result<db::Rows> begun = connection_.run("BEGIN");
    if (!begun) return begun.error();
    open_ = true;
    return {};
  }
  Result<void> end(const char* how) {
    if (!open_) return {};
    open_ = false;
    Result<db::Rows> ended = connection_.run(how);
    if (!ended) return ended.error();
    return {};
  }

 private:
  db::Connection& connection_;
  bool open_ = false;
};

Result<void> make_roles(Site& site, const plan::Plan& plan) {
  ScriptRoles roles;
  for (const plan::Segment& segment : plan.segments)
    for (const plan::Step& step : segment.steps) roles.add(step.statement.sql);
  return site.need_roles(roles.needed());
}

Result<void> run_step(Site& site, Transaction& transaction, bool transactional, const std::string& sql) {
  parse::SyntaxError ignored;
  const parse::Tree tree = parse::Tree::of_script(sql, &ignored);
  const bool readable = tree.ok() && tree.size() == 1;
  const bool apart = readable && route_of(*tree[0].stmt).login != Login::user;
  if (Result<void> ready = transactional && !apart ? transaction.begin() : transaction.end("COMMIT"); !ready)
    return ready;
  return readable ? site.run(sql, *tree[0].stmt) : site.run(sql);
}

}  // namespace

Result<std::optional<FailedStep>> run_plan(Site& site, const plan::Plan& plan) {
  if (Result<void> made = make_roles(site, plan); !made) return made.error();
  if (Result<void> reset = site.reset_session("''"); !reset) return reset.error();
  Transaction transaction(site.user());
  for (const plan::Segment& segment : plan.segments) {
    const plan::Step* last = nullptr;
    for (const plan::Step& step : segment.steps) {
      last = &step;
      if (Result<void> ran = run_step(site, transaction, segment.transactional, step.statement.sql); !ran) {
        (void)transaction.end("ROLLBACK");
        return std::optional(FailedStep{.step = &step, .message = ran.error().message});
      }
    }
    if (Result<void> done = transaction.end("COMMIT"); !done)
      return std::optional(FailedStep{.step = last, .message = "at the end of the segment: " + done.error().message});
  }
  return std::optional<FailedStep>();
}

Result<void> render_into(Site& site, const Catalog& catalog) {
  std::set<std::string> names;
  collect_roles(catalog, names);
  Catalog blank = plan::blank(catalog);
  Catalog state = catalog;
  for (auto& [id, object] : state.objects) {
    if (auto* extension = std::get_if<Extension>(&object.payload)) extension->version.clear();
    if (id.kind == Kind::role) names.erase(id.name);
    if (id.kind == Kind::role || id.kind == Kind::membership) blank.objects.emplace(id, object);
  }
  // Roles first: the way from nothing takes them for given, as they belong to the server.
  for (const Kind kind : {Kind::role, Kind::membership}) {
    for (const auto& [id, object] : state.objects) {
      if (id.kind != kind) continue;
      for (const ddl::Statement& statement : ddl::rules_of(kind).create(object, {.from = blank, .to = state}))
        if (Result<void> made = site.run(statement.sql); !made)
          return Error{.message = made.error().message, .hint = statement.sql};
    }
    if (Result<void> made = kind == Kind::role ? site.need_roles(names) : Result<void>(); !made) return made;
  }
  Result<plan::Plan> plan = plan::make(blank, state);
  if (!plan) return plan.error();
  Result<std::optional<FailedStep>> failed = run_plan(site, *plan);
  if (!failed) return failed.error();
  if (*failed) return Error{.message = (*failed)->message, .hint = ddl::shown((*failed)->step->statement)};
  return {};
}

std::set<ObjectId> tables_behind(const ObjectId& subject, const Catalog& from, const Catalog& to) {
  std::set<ObjectId> tables;
  const Object* object = to.find(subject) != nullptr ? to.find(subject) : from.find(subject);
  if (subject.kind == Kind::table) tables.insert(subject);
  if (has_parent(subject.kind)) tables.insert(table_id(subject.schema, subject.parent));
  if (object != nullptr)
    if (const auto* index = std::get_if<Index>(&object->payload)) tables.insert(index->table);
  std::erase_if(tables, [&](const ObjectId& id) { return from.find(id) == nullptr; });
  // Rows are put into a partitioned table as a whole, and a table's statements look at its heirs.
  for (const ObjectId& id : std::set<ObjectId>(tables))
    for (const Object* table = from.find(id); table != nullptr;) {
      const auto& parent = std::get<Table>(table->payload).partition_of;
      if (parent) tables.insert(*parent);
      table = parent ? from.find(*parent) : nullptr;
    }
  for (std::size_t before = 0; before != tables.size();) {
    before = tables.size();
    for (const auto& [id, heir] : from.objects)
      if (const auto* table = std::get_if<Table>(&heir.payload))
        for (const ObjectId& parent : table->inherits)
          if (tables.contains(parent)) tables.insert(id);
  }
  if (subject.kind == Kind::sequence) tables.insert(subject);
  if (tables.empty())
    for (const auto& [id, any] : from.objects)
      if (id.kind == Kind::table) tables.insert(id);
  return tables;
}

}  // namespace trueup::verify
