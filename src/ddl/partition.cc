#include "ddl/partition.h"

#include <algorithm>

#include "base/quote.h"
#include "ddl/text.h"

namespace trueup::ddl {

std::string partition_by(const PartitionKey& key) {
  return " PARTITION BY " + upper(key.strategy) + " (" + elements(key.elements) + ")";
}

bool is_partitioned(const ObjectId& table, const Catalog& catalog) {
  const Object* object = catalog.find(table);
  const auto* payload = object != nullptr ? std::get_if<Table>(&object->payload) : nullptr;
  return payload != nullptr && payload->partition_key.has_value();
}

namespace {

/// The child's columns and checks that the parent expects to find: they must be there before it is taken in.
std::vector<ObjectId> expected_of_child(const ObjectId& child, const ObjectId& parent, const Context& context) {
  std::vector<ObjectId> needs = {parent};
  for (const Kind kind : {Kind::column, Kind::check})
    for (const Object* object : context.to.children(kind, child.schema, child.name))
      if (object->inherited_from && object->inherited_from->schema == parent.schema &&
          object->inherited_from->parent == parent.name)
        needs.push_back(object->id);
  return needs;
}

}  // namespace

Statements reattach(const Object& from, const Object& to, const Context& context) {
  const std::optional<ObjectId>& old = *descent_of(from).partition_of;
  const std::optional<ObjectId>& now = *descent_of(to).partition_of;
  Statements statements;
  if (old) statements.push_back(statement("ALTER TABLE " + sql_name(*old) + " DETACH PARTITION " + sql_name(from.id)));
  if (now) {
    statements.push_back(statement("ALTER TABLE " + sql_name(*now) + " ATTACH PARTITION " + sql_name(to.id) + " " +
                                   descent_of(to).partition_bound->text));
    statements.back().needs = expected_of_child(to.id, *now, context);
  }
  return statements;
}

Statements detach_before_drop(const Object& table, const Context& context) {
  std::vector<ObjectId> ancestors;
  for (const Object* at = &table; at != nullptr && as<Table>(*at).partition_of;
       at = context.from.find(*as<Table>(*at).partition_of))
    ancestors.push_back(*as<Table>(*at).partition_of);
  const bool referenced = std::any_of(context.from.objects.begin(), context.from.objects.end(), [&](const auto& entry) {
    const auto* key = std::get_if<ForeignKey>(&entry.second.payload);
    return key && std::find(ancestors.begin(), ancestors.end(), key->referenced) != ancestors.end();
  });
  if (!referenced) return {};
  return {statement("ALTER TABLE " + sql_name(ancestors.front()) + " DETACH PARTITION " + sql_name(table.id))};
}

Statements attach_index(const Object& child) {
  if (!child.inherited_from) return {};
  const ObjectId& parent = *child.inherited_from;
  Statement attach = statement("ALTER INDEX " + qualified(parent.schema, parent.name) + " ATTACH PARTITION " +
                               qualified(child.id.schema, child.id.name));
  attach.needs = {parent};
  return {attach};
}

Statements alter_attached(const Object&, const Object& to, const Context&) { return attach_index(to); }

Change how_attached(const Object& from, const Object&, const Context&) {
  return from.inherited_from ? Change::rebuild : Change::alter;
}

Statements complete_index(const Object&, const Object&, const Context&) { return {}; }

Statements change_parents(const Object& from, const Object& to, const Context& context) {
  const std::vector<ObjectId>& old = *descent_of(from).inherits;
  const std::vector<ObjectId>& now = *descent_of(to).inherits;
  const std::string prefix = "ALTER TABLE " + sql_name(to.id);
  // Parents have an order and new ones come last: from the first difference on, all are taken off and put on again.
  const auto [first_old, first_new] = std::mismatch(old.begin(), old.end(), now.begin(), now.end());
  Statements statements;
  for (auto parent = first_old; parent != old.end(); ++parent)
    statements.push_back(statement(prefix + " NO INHERIT " + sql_name(*parent)));
  for (auto parent = first_new; parent != now.end(); ++parent) {
    statements.push_back(statement(prefix + " INHERIT " + sql_name(*parent)));
    statements.back().needs = expected_of_child(to.id, *parent, context);
  }
  return statements;
}

}  // namespace trueup::ddl
