#include "parse/constraint.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/quote.h"
#include "parse/expression.h"
#include "parse/grammar.h"
#include "parse/implied_name.h"
#include "parse/inheritance.h"
#include "parse/key.h"
#include "parse/not_null.h"

namespace trueup::parse {

namespace {

ObjectId part_id(Kind kind, const ObjectId& table, std::string_view name) {
  return {.kind = kind, .schema = table.schema, .parent = table.name, .name = std::string(name), .signature = {}};
}

bool is_system_column(std::string_view name) {
  static constexpr std::array names = {"tableoid", "ctid", "xmin", "xmax", "cmin", "cmax"};
  return std::any_of(names.begin(), names.end(), [&](std::string_view known) { return known == name; });
}

// The column that names an unnamed check: the only one it uses; "" for several, or where the whole row is used.
std::string naming_column(const Step& step, const ObjectId& table, const Node& expression) {
  const bool column_like_table = step.fold.column(table, table.name) != nullptr;
  const std::vector<std::string> used = columns_used(expression, column_like_table ? "" : table.name);
  const bool is_column = used.size() == 1 && (step.fold.column(table, used.front()) || is_system_column(used.front()));
  return is_column ? used.front() : "";
}

std::string check_name(const Step& step, const ObjectId& table, const PgQuery__Constraint& node) {
  if (*node.conname != '\0') return cut_identifier(node.conname);
  const std::string column = node.raw_expr ? naming_column(step, table, *node.raw_expr) : "";
  return choose_constraint_name(step.fold, table.schema, table.name, column, "check");
}

void define_check(const Step& step, const ObjectId& table, const StatedConstraint& stated, bool fresh, bool recurse) {
  const PgQuery__Constraint& node = *stated.node;
  Check check{.expression = expression_of(step, node.raw_expr),
              .no_inherit = static_cast<bool>(node.is_no_inherit),
              .not_valid = !fresh && node.skip_validation && !stated.not_enforced,
              .not_enforced = stated.not_enforced};
  add_check(step, table, check_name(step, table, node), check, recurse, std::nullopt, node.location);
}

std::string action_of(std::string_view letter) {
  if (letter == "r") return "restrict";
  if (letter == "c") return "cascade";
  if (letter == "n") return "set null";
  if (letter == "d") return "set default";
  return "no action";
}

void define_foreign_key(const Step& step, const ObjectId& table, const StatedConstraint& stated, bool fresh) {
  const PgQuery__Constraint& node = *stated.node;
  ForeignKey key;
  key.columns = stated.column.empty() ? strings_of(nodes(node.n_fk_attrs, node.fk_attrs))
                                      : std::vector<std::string>{stated.column};
  for (const std::string& column : key.columns)
    if (!step.fold.column(table, column)) unknown_column(step, table, column, node.location);
  key.referenced = table_id(declared_relation_schema(step, *node.pktable), cut_identifier(node.pktable->relname));
  key.referenced_columns = strings_of(nodes(node.n_pk_attrs, node.pk_attrs));
  key.match = *node.fk_matchtype == 'f' ? "full" : "simple";
  key.on_update = action_of(node.fk_upd_action);
  key.on_delete = action_of(node.fk_del_action);
  key.on_delete_columns = strings_of(nodes(node.n_fk_del_set_cols, node.fk_del_set_cols));
  key.deferrable = stated.deferrable;
  key.initially_deferred = stated.initially_deferred;
  key.period = has_period(node);
  key.not_enforced = stated.not_enforced;
  key.not_valid = !fresh && node.skip_validation && !stated.not_enforced;
  std::string name = *node.conname != '\0' ? cut_identifier(node.conname)
                                           : choose_constraint_name(step.fold, table.schema, table.name,
                                                                    name_addition(key.columns), "fkey");
  const ObjectId id = part_id(Kind::foreign_key, table, name);
  step.fold.pending_references.push_back({.foreign_key = id, .where = step.location(node.pktable->location)});
  add_key(step, id, std::move(key), std::nullopt, node.location);
}

}  // namespace

void add_check(const Step& step, const ObjectId& table, std::string name, const Check& check, bool recurse,
               const std::optional<ObjectId>& inherited_from, int node_location) {
  const ObjectId id = part_id(Kind::check, table, name);
  Object* there = inherited_from ? step.fold.catalog.find(id) : nullptr;
  Object* object = there ? there : step.define(id, check, node_location);
  if (!object) return;
  if (inherited_from) object->inherited_from = inherited_from;
  if (!recurse || check.no_inherit) return;
  for (const ObjectId& heir : step.fold.heirs_of(table)) add_check(step, heir, name, check, recurse, id, node_location);
}

void add_key(const Step& step, ObjectId id, Payload payload, const std::optional<ObjectId>& inherited_from,
             int node_location, bool recurse) {
  const ObjectId table = table_id(id.schema, id.parent);
  Object* object = step.define(id, std::move(payload), node_location);
  if (!object) return;
  object->inherited_from = inherited_from;
  if (id.kind == Kind::primary_key)
    for (const std::string& column : std::get<Key>(object->payload).columns) set_not_null(step, table, column);
  if (!is_partitioned(step.fold, table)) return;
  const std::vector<ObjectId> partitions = step.fold.heirs_of(table);
  if (auto* key = std::get_if<Key>(&object->payload)) key->only = !recurse && !partitions.empty();
  if (!recurse) return;
  for (const ObjectId& partition : partitions) copy_key(step, *object, partition);
}

void define_checks(const Step& step, const ObjectId& table, const std::vector<StatedConstraint>& checks, bool fresh) {
  for (const StatedConstraint& check : checks) define_check(step, table, check, fresh, true);
}

void define_foreign_keys(const Step& step, const ObjectId& table, const std::vector<StatedConstraint>& keys,
                         bool fresh) {
  for (const StatedConstraint& key : keys) define_foreign_key(step, table, key, fresh);
}

Outcome add_constraint(const Step& step, const ObjectId& table, const PgQuery__Constraint& constraint, bool recurse) {
  StatedConstraints stated;
  state_constraint(constraint, stated);
  for (const PgQuery__Constraint* not_null : stated.not_nulls) add_not_null(step, table, *not_null);
  if (!stated.checks.empty()) define_check(step, table, stated.checks.front(), false, recurse);
  if (!stated.foreign_keys.empty()) define_foreign_key(step, table, stated.foreign_keys.front(), false);
  if (stated.keys.empty()) return {};
  if (*constraint.indexname != '\0') return take_over_index(step, table, stated.keys.front());
  define_keys(step, table, stated.keys, recurse);
  return {};
}

void resolve_references(Fold& fold) {
  for (const PendingReference& pending : fold.pending_references) {
    Object* object = fold.catalog.find(pending.foreign_key);
    if (!object) continue;  // dropped since
    auto& key = std::get<ForeignKey>(object->payload);
    const bool known = fold.catalog.find(key.referenced) != nullptr;
    if (known && key.referenced_columns.empty())
      if (const Key* primary = fold.primary_key(key.referenced)) key.referenced_columns = primary->columns;
    if (known && !key.referenced_columns.empty()) continue;
    const std::string target = to_string(key.referenced);
    fold.catalog.diagnostics.push_back(
        {.severity = Severity::error,
         .code = "unknown-name",
         .message = known ? fmt::format("{} has no primary key that {} could reference", target, to_string(object->id))
                          : fmt::format("{} references {}, which is stated nowhere", to_string(object->id), target),
         .where = pending.where,
         .hint = {},
         .excerpt = {}});
  }
}

}  // namespace trueup::parse
