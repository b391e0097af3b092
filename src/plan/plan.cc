#include "plan/plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "plan/build.h"
#include "plan/park.h"
#include "plan/segments.h"

namespace trueup::plan {

namespace {

/// Tables of a cycle that can be created without some of their defaults at first.
std::set<ObjectId> tables_to_bare(const Draft& draft, const Ends& ends, const std::vector<NodeIndex>& cycle) {
  std::set<ObjectId> tables;
  for (const NodeIndex i : cycle) {
    const Node& node = draft.graph[i];
    if (!is_table(node.subject.kind) || node.change != diff::Change::create) continue;
    for (const Object* column : ends.to.columns_of(node.subject))
      if (default_calls_routine(*column)) tables.insert(node.subject);
  }
  return tables;
}

/// Cuts a cycle of drops: what goes with its table, but stands on something outside that goes as well, is taken off by
/// a statement of its own. Returns whether anything was left to take off.
bool loosen(Fates& fates, const Draft& draft, const Ends& ends, const std::vector<NodeIndex>& cycle) {
  std::set<ObjectId> tables;
  for (const NodeIndex i : cycle)
    if (is_table(draft.graph[i].subject.kind) && draft.graph[i].change == diff::Change::drop)
      tables.insert(draft.graph[i].subject);
  bool loosened = false;
  for (auto& [id, fate] : fates) {
    if (!fate.dropped_with || !tables.contains(*fate.dropped_with)) continue;
    const Object& object = *ends.from.find(id);
    const auto goes = [&](const ObjectId& base) {
      const auto it = fates.find(base);
      return base != *fate.dropped_with && it != fates.end() && it->second.drop && !it->second.dropped_with;
    };
    if (std::none_of(object.references.begin(), object.references.end(), goes)) continue;
    if (id.kind == Kind::policy || id.kind == Kind::trigger || id.kind == Kind::rule || is_constraint(id.kind)) {
      fate.dropped_with.reset();
      loosened = true;
    } else if (id.kind == Kind::column && default_calls_routine(object) && !fate.detach_default) {
      fate.detach_default = loosened = true;
    }
  }
  return loosened;
}

/// Refuses grants to roles that nobody has made: only a server-read end knows which roles exist.
Result<void> check_grantees(const Ends& ends, const Fates& fates) {
  if (ends.from.server_version_text.empty() && ends.to.server_version_text.empty()) return {};
  for (const auto& [id, fate] : fates) {
    const Object* after = ends.to.find(id);
    if (!after || fate.idle()) continue;
    std::string unknown;
    each_acl(*after, [&](const Acl& acl) {
      for (const Grant& grant : acl.grants)
        if (!grant.grantee.empty() && !ends.from.roles.contains(grant.grantee) &&
            !ends.to.roles.contains(grant.grantee))
          unknown = grant.grantee;
    });
    if (unknown.empty()) continue;
    return Error{.message = fmt::format("{} is granted to role \"{}\", which neither exists nor is stated",
                                        to_string(id), unknown),
                 .hint = fmt::format("create the role, state CREATE ROLE {} in the desired schema, or remove the grant",
                                     unknown)};
  }
  return {};
}

}  // namespace

std::size_t Plan::size() const {
  std::size_t count = 0;
  for (const Segment& segment : segments) count += segment.steps.size();
  return count;
}

std::vector<ddl::Destruction> Plan::destructions() const {
  std::vector<ddl::Destruction> all;
  for (const Segment& segment : segments)
    for (const Step& step : segment.steps)
      if (step.statement.destroys) all.push_back(*step.statement.destroys);
  return all;
}

Result<Plan> make(const Catalog& from, const Catalog& to) { return make(from, to, diff::compare(from, to)); }

Result<Plan> make(const Catalog& from, const Catalog& to, const diff::Difference& difference) {
  return make(from, to, difference, Parking{});
}

Result<Plan> make(const Catalog& from, const Catalog& to, const diff::Difference& difference, const Parking& parking) {
  const Ends ends(from, to);
  Fates fates = decide(ends, difference);
  bring_back(ends, parking, fates);
  cover(ends, fates);
  put_away(ends, parking, fates);
  if (Result<void> known = check_grantees(ends, fates); !known) return known.error();

  Draft draft = make_nodes(ends, fates, {});
  add_edges(ends, fates, draft);
  std::vector<NodeIndex> cycle;
  Result<std::vector<NodeIndex>> order = draft.graph.order(&cycle);
  std::set<ObjectId> bare;
  while (!order) {
    const std::size_t before = bare.size();
    bare.merge(tables_to_bare(draft, ends, cycle));
    if (!loosen(fates, draft, ends, cycle) && bare.size() == before) return order.error();
    draft = make_nodes(ends, fates, bare);
    add_edges(ends, fates, draft);
    order = draft.graph.order(&cycle);
  }

  Plan plan;
  plan.undecided = difference.undecided;
  Segments segments;
  for (Step& step : first_of_parking(ends, fates)) segments.add(std::move(step));
  if (const auto routine = routine_checked_later(ends, draft, *order))
    segments.add(
        {.subject = *routine, .change = diff::Change::create, .statement = {.sql = "SET check_function_bodies = off"}});
  for (const NodeIndex i : *order)
    for (const ddl::Statement& statement : draft.graph[i].statements)
      segments.add({.subject = draft.graph[i].subject, .change = draft.graph[i].change, .statement = statement});
  plan.segments = segments.take();
  return plan;
}

Catalog blank(const Catalog& of) {
  Catalog catalog;
  catalog.server_version = of.server_version;
  catalog.server_version_text = of.server_version_text;
  catalog.current_user = of.current_user;
  catalog.roles = of.roles;
  Object schema;
  schema.id = {.kind = Kind::schema, .schema = {}, .parent = {}, .name = "public", .signature = {}};
  schema.payload = Schema{};
  if (of.server_version >= 150000) schema.owner = "pg_database_owner";
  schema.acl.grants.insert({.grantee = {}, .privilege = "USAGE", .grantable = false});
  if (of.server_version < 150000) schema.acl.grants.insert({.grantee = {}, .privilege = "CREATE", .grantable = false});
  catalog.objects.emplace(schema.id, std::move(schema));
  return catalog;
}

}  // namespace trueup::plan
