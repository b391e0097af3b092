#include "verify/prove.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <set>

#include "base/quote.h"
#include "diff/secrets.h"
#include "verify/contents.h"
#include "verify/expect.h"
#include "verify/load.h"
#include "verify/names_in.h"
#include "verify/read_back.h"
#include "verify/roles.h"
#include "verify/run_plan.h"
#include "verify/seed.h"
#include "verify/site.h"
#include "verify/slice.h"

namespace trueup::verify {

namespace {

/// One course through all of the proof. Ends early where a step leaves nothing to go on with.
class Course {
 public:
  Course(const ProofInput& input, db::Scratch& scratch, const std::set<ObjectId>& leave_empty)
      : input_(input),
        scratch_(scratch),
        leave_empty_(leave_empty),
        renamed_(input.renamed != nullptr ? *input.renamed : input.from),
        before_(input.renaming != nullptr ? input.renaming->reversed() : Renaming()),
        current_(input.from),
        wanted_(input.to) {
    diff::stand_in_for_secrets(current_);
    diff::stand_in_for_secrets(wanted_);
    for (Catalog* catalog : {&current_, &wanted_})
      for (auto& [id, object] : catalog->objects)
        if (id.kind == Kind::extension) object.owner.reset();  // whoever makes it there; nothing can change that
    for (auto& [id, object] : current_.objects)
      if (auto* extension = std::get_if<Extension>(&object.payload)) extension->version.clear();
  }

  Result<void> run();

  Proof proof;
  std::set<ObjectId> blocked_by_rows;  ///< tables whose made-up rows a statement may have failed for

 private:
  Result<Catalog> read(Site& site);
  Result<bool> read_desired();
  Result<bool> load_current(Site& site);
  Result<bool> apply(Site& site, const plan::Plan& plan, const char* which);
  Result<bool> compare_state(Site& site, const Catalog& expected, const char* what);
  Result<void> compare_result(Site& site);
  Result<void> put_rows(Site& site);
  Result<void> there_and_back(Site& site);
  Result<void> compare_contents(Site& site, const Watch& watched, const Contents& before, const char* when,
                                const Renaming& names);
  bool fail(std::string what, std::string statement = {}, std::string message = {});

  const ProofInput& input_;
  db::Scratch& scratch_;
  const std::set<ObjectId>& leave_empty_;
  const Catalog& renamed_;  ///< `from` under the names that the desired state has for it
  const Renaming before_;   ///< from these names to those in the database before up
  Catalog current_;  ///< `from`, but for what the embedded server has of its own: versions of extensions, secrets
  Catalog wanted_;   ///< `to`, likewise
  Catalog desired_;
};

bool Course::fail(std::string what, std::string statement, std::string message) {
  proof.failures.push_back({.what = std::move(what), .statement = std::move(statement), .message = std::move(message)});
  return false;
}

Result<Catalog> Course::read(Site& site) {
  Result<Catalog> catalog = read_back(site);
  if (catalog && input_.narrow) input_.narrow(*catalog);
  return catalog;
}

/// The desired state as the server itself takes the files. Its own site: roles go with it, and come anew.
Result<bool> Course::read_desired() {
  if (input_.loaded != nullptr) {
    desired_ = *input_.loaded;
    leave_open_unstated(desired_, input_.to, renamed_);
    return true;
  }
  Result<Site> site = Site::make(scratch_, input_.from.current_user);
  if (!site) return site.error();
  if (input_.desired.empty()) {
    Result<void> rendered = render_into(*site, wanted_);
    if (!rendered) return fail("the desired state does not load", {}, rendered.error().message);
  } else {
    Result<Loaded> loaded = load(*site, input_.desired, scope_of(input_.to));
    if (!loaded) return loaded.error();
    for (const Diagnostic& failed : loaded->failed)
      fail("the desired files do not load", to_string(failed.where), failed.message);
    if (!loaded->failed.empty()) return false;
  }
  Result<Catalog> catalog = read(*site);
  if (!catalog) return catalog.error();
  desired_ = std::move(*catalog);
  leave_open_unstated(desired_, input_.to, renamed_);
  return true;
}

Result<bool> Course::load_current(Site& site) {
  Result<void> rendered = render_into(site, current_);
  if (!rendered)
    return fail("the current state does not load from the model", rendered.error().hint, rendered.error().message);
  return compare_state(site, current_, "the model of the current state");
}

Result<bool> Course::apply(Site& site, const plan::Plan& plan, const char* which) {
  Result<std::optional<FailedStep>> failed = run_plan(site, plan);
  if (!failed) return failed.error();
  if (!*failed) return true;
  const plan::Step& step = *(*failed)->step;
  for (const ObjectId& table : tables_behind(step.subject, renamed_, input_.to))
    blocked_by_rows.insert(before_.of(table));
  return fail(fmt::format("{} fails", which), ddl::shown(step.statement), (*failed)->message);
}

Result<bool> Course::compare_state(Site& site, const Catalog& expected, const char* what) {
  Result<Catalog> actual = read(site);
  if (!actual) return actual.error();
  const std::vector<std::string> differences = differences_between(*actual, expected);
  for (const std::string& difference : differences) fail(fmt::format("{} differs: {}", what, difference));
  for (const std::string& note : column_order_notes(*actual, expected)) proof.notes.push_back(note);
  return differences.empty();
}

/// After up: the server's own reading of the files is met, and there is nothing left to plan.
Result<void> Course::compare_result(Site& site) {
  Result<Catalog> actual = read(site);
  if (!actual) return actual.error();
  for (const std::string& difference : differences_between(*actual, desired_))
    fail("the result of up differs: " + difference);
  for (const diff::Delta& delta : diff::compare(*actual, wanted_).deltas)
    fail(fmt::format("planning again is not empty: {} ({})", to_string(delta.id), fmt::join(delta.fields, ", ")));
  for (const std::string& note : column_order_notes(*actual, desired_)) proof.notes.push_back(note);
  return {};
}

Result<void> Course::compare_contents(Site& site, const Watch& watched, const Contents& before, const char* when,
                                      const Renaming& names) {
  Result<Contents> after = read_contents(site.superuser(), watched, names);
  if (!after) return after.error();
  for (const auto& [name, checksum] : before)
    if (const auto now = after->find(name); now == after->end() || now->second != checksum)
      fail(fmt::format("{} does not survive {}, though the plan does not say so", name, when), {},
           fmt::format("before: {}after: {}", checksum, now == after->end() ? "nothing" : now->second));
  return {};
}

Result<void> Course::put_rows(Site& site) {
  for (const parse::Script& script : input_.seeds) {
    Result<Loaded> rows = load(site, {script}, Scope::everything);
    if (!rows) return rows.error();
    for (const Diagnostic& failed : rows->failed)
      proof.notes.push_back(fmt::format("{}: not seeded: {}", to_string(failed.where), failed.message));
  }
  // Functions that triggers call were written for the path that applications have.
  if (Result<void> reset = site.reset_session("public"); !reset) return reset;
  Result<Seeded> seeded = seed(site, input_.from, input_.to, leave_empty_);
  if (!seeded) return seeded.error();
  proof.tables_seeded = seeded->tables;
  proof.tables_total = seeded->total;
  proof.not_seeded = std::move(seeded->not_seeded);
  return {};
}

/// Values of an enum whose labels are renamed read differently, on whatever way a column holds them.
void set_apart_relabelled(Watch& watch, const Catalog& state, const Renaming& renaming) {
  std::set<std::string> types;
  for (const Rename& rename : renaming.renames())
    if (!rename.part.empty()) types.insert(qualified(rename.to.schema, rename.to.name));
  const auto holds = [&](std::string_view type) {
    while (type.ends_with("[]")) type.remove_suffix(2);
    return types.contains(std::string(type));
  };
  for (std::size_t before = 0; before != types.size();) {
    before = types.size();
    for (const auto& [id, object] : state.objects) {
      const auto* domain = std::get_if<Domain>(&object.payload);
      const auto* range = std::get_if<RangeType>(&object.payload);
      const auto* composite = std::get_if<CompositeType>(&object.payload);
      const auto* column = std::get_if<Column>(&object.payload);
      bool found = (domain != nullptr && holds(domain->type)) || (range != nullptr && holds(range->subtype));
      if (composite != nullptr)
        for (const Attribute& attribute : composite->attributes) found = found || holds(attribute.type);
      if (found) types.insert(qualified(id.schema, id.name));
      if (found && range != nullptr) types.insert(range->multirange_type);
      if (column != nullptr && holds(column->type)) types.insert(qualified(id.schema, id.parent));
    }
  }
  if (types.empty()) return;
  for (auto& [table, columns] : watch.tables)
    std::erase_if(columns, [&](const std::string& name) {
      const Object* column = state.find(column_id(table.schema, table.name, name));
      const bool apart = column != nullptr && holds(std::get<Column>(column->payload).type);
      if (apart) watch.converted[table].push_back(name);
      return apart;
    });
}

/// Up, compare, down, compare. Requires: the current state with its rows.
Result<void> Course::there_and_back(Site& site) {
  std::vector<ddl::Destruction> destroyed = input_.up.destructions();
  Watch forth = watch(renamed_, input_.to, destroyed);
  if (input_.renaming != nullptr) set_apart_relabelled(forth, renamed_, *input_.renaming);
  for (const ddl::Destruction& more : input_.down.destructions()) destroyed.push_back(more);
  const Watch back = watch_return(renamed_, input_.to, destroyed, input_.parked);
  Result<Contents> before = read_contents(site.superuser(), forth, before_);
  Result<Contents> before_all = read_contents(site.superuser(), back, before_);
  if (!before || !before_all) return before ? before_all.error() : before.error();

  if (Result<bool> done = apply(site, input_.up, "up"); !done || !*done)
    return done ? Result<void>() : Result<void>(done.error());
  if (Result<void> same = compare_result(site); !same) return same;
  if (Result<void> rows = compare_contents(site, forth, *before, "up", {}); !rows) return rows;
  for (const auto& [table, columns] : forth.tables) proof.rows_survive.push_back(table);

  if (Result<bool> done = apply(site, input_.down, "down"); !done || !*done)
    return done ? Result<void>() : Result<void>(done.error());
  if (Result<bool> same = compare_state(site, current_, "the result of down"); !same) return same.error();
  if (Result<void> rows = compare_contents(site, back, *before_all, "the way back", before_); !rows) return rows;
  for (const auto& [table, columns] : back.tables) proof.rows_return.push_back(table);
  for (const auto& [id, object] : renamed_.objects)
    if (const auto* table = std::get_if<Table>(&object.payload); table && !table->partition_key)
      if (!back.tables.contains(id)) proof.rows_lost.push_back(id);
  return {};
}

bool has_security_labels(const Catalog& catalog) {
  return std::any_of(catalog.objects.begin(), catalog.objects.end(),
                     [](const auto& entry) { return !entry.second.security_labels.empty(); });
}

/// Routines that the plan makes or changes and that put SQL together at run time.
std::set<std::string> with_dynamic_sql(const plan::Plan& plan, const Catalog& to) {
  std::set<std::string> found;
  for (const plan::Segment& segment : plan.segments)
    for (const plan::Step& step : segment.steps) {
      const Object* object = to.find(step.subject);
      const auto* routine = object ? std::get_if<Routine>(&object->payload) : nullptr;
      if (!routine || routine->language != "plpgsql") continue;
      each_name(routine->body, [&](const std::string&, const std::string& word) {
        if (word == "execute") found.insert(sql_name(step.subject));
      });
    }
  return found;
}

Result<void> Course::run() {
  proof.server = scratch_.version_text();
  if (has_security_labels(wanted_))
    proof.notes.push_back("no provider of security labels is asked: whether one accepts its labels is not proven");
  if (const std::set<std::string> dynamic = with_dynamic_sql(input_.up, input_.to); !dynamic.empty())
    proof.notes.push_back(
        fmt::format("SQL that is put together at run time (EXECUTE) is out of reach: in {}", fmt::join(dynamic, ", ")));
  if (Result<bool> read = read_desired(); !read || !*read) return read ? Result<void>() : Result<void>(read.error());
  Result<Site> site = Site::make(scratch_, input_.from.current_user);
  if (!site) return site.error();
  if (Result<bool> loaded = load_current(*site); !loaded || !*loaded)
    return loaded ? Result<void>() : Result<void>(loaded.error());
  if (Result<void> rows = put_rows(*site); !rows) return rows;
  return there_and_back(*site);
}

}  // namespace

Result<Proof> prove_whole(const ProofInput& input, db::Scratch& scratch) {
  const auto start = std::chrono::steady_clock::now();
  std::set<ObjectId> leave_empty;
  std::vector<std::string> notes;
  for (;;) {
    Course course(input, scratch, leave_empty);
    if (Result<void> ran = course.run(); !ran) return ran.error();
    // Made-up rows may stand in the way of a change that is right (a new NOT NULL): once more without them.
    const std::size_t before = leave_empty.size();
    leave_empty.merge(course.blocked_by_rows);
    if (leave_empty.size() > before) {
      const Failure& failure = course.proof.failures.back();
      notes.push_back(fmt::format("needs rows that fit: {} ({})", failure.statement, failure.message));
      continue;
    }
    Proof proof = std::move(course.proof);
    const std::size_t all = size_of(input.renamed != nullptr ? *input.renamed : input.from, input.to);
    proof.share = {.loaded = all, .total = all};
    proof.ok = proof.failures.empty();
    proof.notes.insert(proof.notes.begin(), notes.begin(), notes.end());
    proof.elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    return proof;
  }
}

}  // namespace trueup::verify
