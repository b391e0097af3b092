#include "canonical/canonicalise.h"

#include <utility>

#include "base/quote.h"
#include "canonical/aggregate.h"
#include "canonical/collation.h"
#include "canonical/key_element.h"
#include "canonical/operator_members.h"
#include "canonical/pass.h"
#include "canonical/references.h"
#include "canonical/text.h"

namespace trueup::canonical {
namespace {

/// Names of settings know no case: "TimeZone" is timezone.
void fold_settings(std::map<std::string, std::string>& settings) {
  std::map<std::string, std::string> folded;
  for (auto& [name, value] : settings) folded.emplace(lower(name), std::move(value));
  settings = std::move(folded);
}

void fold_settings(std::vector<Setting>& settings) {
  for (Setting& setting : settings) setting.name = lower(setting.name);
}

/// Canonicalises the expressions of one kind's payload.
struct Visitor {
  Pass& pass;
  Object& object;

  [[nodiscard]] const RelationInfo* relation(const std::string& schema, const std::string& name) const {
    return pass.names.relation(schema, name, {});
  }
  [[nodiscard]] Surroundings own_table() const {
    return {.table = relation(object.id.schema, object.id.parent), .old_and_new = nullptr, .value = {}};
  }
  void condition(Expression& expression, const Surroundings& around) const {
    pass.scalar(expression, around, Pass::Use::condition);
  }
  void elements(std::vector<KeyElement>& keys, const Surroundings& around, std::string_view method) const {
    for (KeyElement& element : keys) key_element(pass, element, around, method);
  }

  /// A NULL that needs no conversion is no default at all; a domain's or a length's is stored.
  void default_value(Expression& expression, TypeUse type) const {
    const Pass::Result result = pass.scalar(expression, {}, Pass::Use::assignment, type);
    if (result.is_null && result.type == type) expression = {};
  }

  template <class Other>
  void operator()(Other&) const {}

  void operator()(CompositeType& composite) const {
    for (Attribute& attribute : composite.attributes)
      clear_own_collation(pass.names.types, pass.names.types.parse(attribute.type).id, attribute.collation);
  }
  void operator()(RangeType& range) const {
    clear_own_collation(pass.names.types, pass.names.types.parse(range.subtype).id, range.collation);
  }
  void operator()(Domain& domain) const {
    const TypeUse type = pass.names.types.parse(domain.type);
    clear_own_collation(pass.names.types, type.id, domain.collation);
    default_value(domain.default_value, type);
  }
  void operator()(DomainCheck& check) const {
    const TypeId domain = pass.names.types.find(object.id.schema, object.id.parent);
    condition(check.expression,
              {.table = nullptr, .old_and_new = nullptr, .value = pass.names.types.base(TypeUse{domain, -1})});
  }
  void operator()(Table& table) const {
    if (table.partition_key) {
      const Surroundings around{
          .table = relation(object.id.schema, object.id.name), .old_and_new = nullptr, .value = {}};
      elements(table.partition_key->elements, around, table.partition_key->strategy == "hash" ? "hash" : "btree");
    }
    if (!table.partition_of || table.partition_bound.empty()) return;
    pass.bound(table.partition_bound, partition_types(*table.partition_of));
  }
  void operator()(ForeignTable& table) const {
    if (!table.partition_of || table.partition_bound.empty()) return;
    pass.bound(table.partition_bound, partition_types(*table.partition_of));
  }
  void operator()(PublicationTable& table) const { condition(table.filter, own_table()); }
  void operator()(Column& column) const {
    const TypeUse type = pass.names.types.parse(column.type);
    clear_own_collation(pass.names.types, type.id, column.collation);
    default_value(column.default_value, type);
    pass.scalar(column.generated, own_table(), Pass::Use::assignment, type);
  }
  void operator()(Exclusion& exclusion) const {
    elements(exclusion.elements, own_table(), exclusion.method);
    condition(exclusion.predicate, own_table());
  }
  void operator()(Check& check) const { condition(check.expression, own_table()); }
  void operator()(Index& index) const {
    const Surroundings around{
        .table = relation(index.table.schema, index.table.name), .old_and_new = nullptr, .value = {}};
    elements(index.elements, around, index.method);
    condition(index.predicate, around);
  }
  void operator()(View&) const { pass.view(object.id); }
  void operator()(MaterializedView&) const { pass.view(object.id); }
  void operator()(Role& role) const { fold_settings(role.settings); }
  void operator()(Routine& routine) const {
    fold_settings(routine.settings);
    for (Parameter& parameter : routine.parameters)
      pass.scalar(parameter.default_value, {}, Pass::Use::assignment, {pass.names.types.parse(parameter.type).id, -1});
    pass.body(routine.sql_body, object.id, routine);
  }
  void operator()(Trigger& trigger) const {
    condition(trigger.when,
              {.table = nullptr, .old_and_new = relation(object.id.schema, object.id.parent), .value = {}});
  }
  void operator()(Rule& rule) const {
    const Surroundings around{.table = nullptr,
                              .old_and_new = relation(object.id.schema, object.id.parent),
                              .value = {},
                              .has_old = rule.event != "insert",
                              .has_new = rule.event != "delete"};
    condition(rule.condition, around);
    for (Expression& action : rule.actions) pass.action(action, around);
  }
  void operator()(Statistics& statistics) const {
    const Surroundings around{
        .table = relation(statistics.table.schema, statistics.table.name), .old_and_new = nullptr, .value = {}};
    for (Expression& expression : statistics.expressions) pass.scalar(expression, around, Pass::Use::value);
  }
  void operator()(Policy& policy) const {
    condition(policy.using_expression, own_table());
    condition(policy.check_expression, own_table());
  }

  /// The types of the partition key that a partition's bound is written for.
  [[nodiscard]] std::vector<TypeUse> partition_types(const ObjectId& parent) const {
    std::vector<TypeUse> types;
    Object* table = pass.catalog.find(parent);
    const RelationInfo* info = relation(parent.schema, parent.name);
    if (!table || !info || !std::holds_alternative<Table>(table->payload)) return types;
    const auto& key = std::get<Table>(table->payload).partition_key;
    if (!key) return types;
    for (const KeyElement& element : key->elements) {
      TypeUse type;
      Expression copy = element.expression;
      copy.key.clear();
      if (element.is_column) {
        for (const ColumnInfo& column : info->columns)
          if (quote_identifier(column.name) == copy.text || column.name == copy.text) type = column.type;
      } else {
        type = pass.scalar(copy, {.table = info, .old_and_new = nullptr, .value = {}}, Pass::Use::value).type;
      }
      types.push_back(type);
    }
    return types;
  }
};

}  // namespace

void Pass::object(Object& object) {
  const Location* around = std::exchange(names.stated_at, &object.origin);
  std::visit(Visitor{*this, object}, object.payload);
  names.stated_at = around;
}

void Pass::view(const ObjectId& id) {
  Object* object = catalog.find(id);
  if (!object || !started.insert(id).second) return;
  const Location* around = std::exchange(names.stated_at, &object->origin);
  const auto columns_of = [&](const std::vector<ColumnInfo>& columns) {
    std::vector<ViewColumn> named;
    for (const ColumnInfo& column : columns)
      named.push_back(
          {.name = column.name, .type = column.type.id == type::none ? "" : names.types.format(column.type)});
    return named;
  };
  const auto derive = [&](auto& payload) {
    if (!payload.query.key.empty()) return;
    const std::optional<ObjectId> outer = std::exchange(names.current, id);
    const bool known = !payload.columns.empty();
    if constexpr (requires { payload.replaced; }) {
      std::vector<std::string> no_names;
      if (!payload.replaced.empty()) {
        payload.columns = columns_of(query(payload.replaced, no_names));
        names.forget(id);
        names.current = outer;  // OR REPLACE sees the view itself
      }
    }
    const std::vector<ColumnInfo> columns = query(payload.query, payload.column_names);
    names.current = outer;
    if (!known) payload.columns = columns_of(columns);
  };
  if (auto* view = std::get_if<View>(&object->payload)) {
    derive(*view);
    names.forget(id);
    for (auto& [name, value] : view->column_defaults) {
      TypeUse type;
      for (const ViewColumn& column : view->columns)
        if (column.name == name && !column.type.empty()) type = names.types.parse(column.type);
      scalar(value, {}, Use::assignment, type);
    }
  } else if (auto* stored = std::get_if<MaterializedView>(&object->payload)) {
    derive(*stored);
    names.forget(id);
  }
  names.stated_at = around;
}

void canonicalise(Catalog& catalog) {
  place_operator_members(catalog);
  Pass pass(catalog);
  pass.names.derive_view = [&](const ObjectId& id) { pass.view(id); };
  resolve_aggregates(pass);
  for (auto& [id, object] : catalog.objects) pass.object(object);
  collect_references(catalog);
}

}  // namespace trueup::canonical
