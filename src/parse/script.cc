#include "parse/script.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "base/quote.h"
#include "model/left_out.h"
#include "model/parked.h"
#include "parse/constraint.h"
#include "parse/directive.h"
#include "parse/dispatch.h"
#include "parse/renamed.h"
#include "parse/schema.h"

namespace trueup::parse {

namespace {

// A script on its way through the fold. Statements run in their order; one that needs what another script states
// makes its own script wait there.
struct Cursor {
  Source* source = nullptr;
  std::size_t next = 0;

  [[nodiscard]] bool done() const { return next == source->statements.size(); }
  [[nodiscard]] const Statement& statement() const { return source->statements[next]; }
};

// public is in every database, with these privileges.
void add_public(Fold& fold) {
  Object schema{.id = schema_id("public"),
                .payload = Schema{},
                .owner = {},
                .comment = {},
                .acl = {},
                .inherited_from = {},
                .references = {},
                .origin = {}};
  schema.acl.grants.insert({.grantee = {}, .privilege = "USAGE"});
  if (fold.options.server_version < 150000) schema.acl.grants.insert({.grantee = {}, .privilege = "CREATE"});
  fold.define(std::move(schema));
}

// Folds the statement; where somebody asks, it is noted first what it is about.
Outcome dispatch_noted(Step& step) {
  Fold& fold = step.fold;
  if (!fold.subjects) return dispatch(step);
  std::vector<StatementSubjects>& noted = fold.subjects->statements;
  noted.push_back(subjects_of(step));
  noted.back().script = step.statement.source->number;
  Outcome outcome = dispatch(step);
  if (outcome.done()) {
    merge(noted.back(), subjects_of(step));
    fold.subjects->complete &= !about_anything(noted.back());
  } else {
    noted.pop_back();
    fold.subjects->complete &= !outcome.left_out;
  }
  return outcome;
}

Outcome fold_statement(Fold& fold, const Statement& statement) {
  Step step{.fold = fold, .statement = statement};
  const std::size_t before = fold.catalog.diagnostics.size();
  Outcome outcome = dispatch_noted(step);
  if (outcome.done()) return outcome;
  fold.catalog.diagnostics.resize(before);  // it will be tried again
  if (!outcome.left_out) return outcome;
  const bool by_code = !fold.catalog.code.empty();
  step.warning(by_code ? "needs-code" : "not-managed",
               fmt::format("this stands on {}, which is {}", outcome.missing, by_code ? "made by code" : "not managed"),
               by_code ? -1 : outcome.offset);
  return {};
}

void report_missing(Fold& fold, const Statement& statement, const Outcome& outcome) {
  const Step step{.fold = fold, .statement = statement};
  if (fold.catalog.code.empty())
    step.error("unknown-name", fmt::format("{} is stated nowhere", outcome.missing), outcome.offset);
  else
    step.warning("needs-code",
                 fmt::format("{} is stated nowhere: left out, unless the code at {} makes it", outcome.missing,
                             to_string(fold.catalog.code.front())),
                 -1);
}

// Folds as far as it goes; true if any statement was folded.
bool advance(Fold& fold, Cursor& cursor) {
  const std::size_t before = cursor.next;
  while (!cursor.done() && fold_statement(fold, cursor.statement()).done()) ++cursor.next;
  return cursor.next != before;
}

// Where every script waits for another: statements that can go on without what holds up the first ones. What is
// left in the end names something that is nowhere.
void fold_all(Fold& fold, std::vector<Cursor>& cursors) {
  std::vector<Statement> postponed;
  for (;;) {
    bool progress = false;
    for (Cursor& cursor : cursors) progress |= advance(fold, cursor);
    for (auto it = postponed.begin(); it != postponed.end();) {
      const bool folded = fold_statement(fold, *it).done();
      progress |= folded;
      it = folded ? postponed.erase(it) : std::next(it);
    }
    if (progress) continue;
    const auto stuck = std::find_if(cursors.begin(), cursors.end(), [](const Cursor& c) { return !c.done(); });
    if (stuck == cursors.end()) break;
    postponed.push_back(stuck->statement());
    ++stuck->next;
  }
  for (const Statement& statement : postponed)
    if (const Outcome outcome = fold_statement(fold, statement); !outcome.done())
      report_missing(fold, statement, outcome);
}

// What the comments say about the objects, which are all there now.
void fold_directives(Fold& fold, const std::deque<Source>& sources) {
  for (const Source& source : sources)
    for (const Directive& directive : find_directives(source, fold.catalog.diagnostics))
      if (directive.allow.empty())
        attach({.fold = fold, .statement = source.statements[directive.place.statement]}, directive);
}

// The schemas of migration tools, of trueup itself and of the system are no part of a state, on either door. Nor is a
// column that is parked.
void leave_out(Fold& fold) {
  std::vector<ObjectId> gone;
  std::set<std::string> schemas;
  for (const auto& [id, object] : fold.catalog.objects) {
    const std::string& schema = id.kind == Kind::schema ? id.name : id.schema;
    if (!is_left_out_schema(schema) || has_parent(id.kind)) continue;
    gone.push_back(id);
    if (!schemas.insert(schema).second) continue;
    fold.catalog.diagnostics.push_back(
        {.severity = Severity::warning,
         .code = "not-managed",
         .message = fmt::format("schema {} belongs to a tool or to the system: what is stated in it is left alone",
                                quote_identifier(schema)),
         .where = object.origin,
         .hint = {},
         .excerpt = {}});
  }
  for (const auto& [id, object] : fold.catalog.objects)
    if (id.kind == Kind::column && is_parked_column(id.name, object.comment)) gone.push_back(id);
  for (const ObjectId& id : gone)
    if (fold.catalog.find(id)) fold.erase(id);
}

// Schemas that objects stand in and that no script makes are taken to exist: who applies the state sees whether.
void add_implied_schemas(Fold& fold) {
  std::map<std::string, Location> implied;
  for (const auto& [id, object] : fold.catalog.objects) {
    const auto* extension = std::get_if<Extension>(&object.payload);
    const std::string& schema = extension ? extension->schema : id.schema;
    if (schema.empty() || schema == "pg_catalog" || fold.catalog.find(schema_id(schema))) continue;
    implied.emplace(schema, object.origin);
  }
  for (const auto& [name, origin] : implied) {
    fold.define({.id = schema_id(name),
                 .payload = Schema{},
                 .owner = {},
                 .comment = {},
                 .acl = {},
                 .inherited_from = {},
                 .references = {},
                 .origin = origin});
    fold.catalog.diagnostics.push_back(
        {.severity = Severity::note,
         .code = "implied-schema",
         .message = fmt::format("schema {} is stated nowhere and taken to be wanted", quote_identifier(name)),
         .where = origin,
         .hint = fmt::format("state it: CREATE SCHEMA {}", quote_identifier(name)),
         .excerpt = {}});
  }
}

}  // namespace

Catalog read(const std::vector<Script>& scripts, const Options& options, Subjects* subjects) {
  Fold fold;
  fold.options = options;
  fold.subjects = subjects;
  fold.catalog.server_version = options.server_version;
  std::deque<Source> sources;
  for (const Script& script : scripts) {
    load(script, sources.emplace_back(), fold.catalog.diagnostics, options.server_version);
    sources.back().number = sources.size() - 1;
  }
  for (const Source& source : sources) declare_schemas(source, fold.names);
  for (const Source& source : sources) declare(source, fold.names);
  for (const Source& source : sources) declare_renames(source, fold.names);
  add_public(fold);
  std::vector<Cursor> cursors;
  for (Source& source : sources) cursors.push_back({.source = &source});
  fold_all(fold, cursors);
  resolve_references(fold);
  fold_directives(fold, sources);
  leave_out(fold);
  add_implied_schemas(fold);
  return std::move(fold.catalog);
}

}  // namespace trueup::parse
